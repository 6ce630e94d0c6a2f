using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Plans;

/// <summary>Makes the steps that turn an exported bundle into an image, its checks and its disks on this machine.</summary>
public static class BuildPlanner
{
    /// <summary>The id of the step that runs <c>podman build</c>.</summary>
    public const string ContainerBuildStepId = "build";

    /// <summary>The id of the step that signs what was pushed.</summary>
    public const string SignStepId = "sign";

    /// <summary>Columns of <see cref="RunPaths.PackageList"/>, in rpm's query language.</summary>
    private const string PackageQuery =
        @"%{NAME}\t%{EPOCHNUM}\t%{VERSION}\t%{RELEASE}\t%{ARCH}\t%{SIZE}\t%{LICENSE}\t%{VENDOR}\t%{SOURCERPM}\n";

    /// <summary>
    /// The plan with the container build alone: <c>podman build</c> of the Containerfile in the bundle's root.
    /// <list type="bullet">
    /// <item><c>--pull=missing</c>: a base that is present is used as it is, so a build works offline and a base made locally is found
    /// (podman-build(1); without it podman asks the registry first).</item>
    /// <item><c>--layers</c>: unchanged instructions come from the cache on the next build.</item>
    /// <item><c>--format=oci</c>: what bootc and the image builders read; states podman's default, which BUILDAH_FORMAT can change.</item>
    /// </list>
    /// </summary>
    /// <param name="imageReference">The name the image gets, with its tag.</param>
    /// <param name="buildArguments">Values for the Containerfile's <c>ARG</c>s, in order; none by default.</param>
    /// <param name="secrets">What steps may ask for; podman reads each from its file or variable. None by default.</param>
    public static BuildPlan ContainerBuild(string imageReference, IEnumerable<BuildArgument>? buildArguments = null, IEnumerable<BuildSecret>? secrets = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(imageReference);
        List<string> arguments = ["build", "--pull=missing", "--layers", "--format=oci", "--file", "Containerfile"];
        foreach (var argument in buildArguments ?? [])
        {
            arguments.Add("--build-arg");
            arguments.Add($"{argument.Name}={argument.Value}");
        }

        foreach (var secret in secrets ?? [])
        {
            arguments.Add("--secret");
            arguments.Add(SecretMounts.Option(secret));
        }

        arguments.AddRange(["--tag", imageReference, "."]);
        var build = new BuildStep(
            ContainerBuildStepId, "Build the container image", "podman", arguments.ToEquatableArray(), imageReference)
        {
            Kind = StepKind.Build,
        };
        return new BuildPlan(imageReference, [build]);
    }

    /// <summary>The plan with every chosen step, in the order in which they run.</summary>
    /// <param name="design">The design.</param>
    /// <param name="choices">Which steps are wanted.</param>
    /// <param name="host">The machine.</param>
    public static BuildPlan Plan(ImageDesign design, BuildChoices choices, BuildHost host)
    {
        var image = design.BuiltReference().ToString();
        var isRootful = host.IsRoot || (choices.BuildAsRoot && host.Root == RootAccess.Sudo);
        var usesSudo = isRootful && !host.IsRoot;
        List<BuildStep> steps = [AsRoot(ContainerBuild(image, secrets: design.Extra.Secrets).Steps[0], usesSudo, SecretMounts.Variables(design))];
        if (choices.Lint)
        {
            steps.Add(AsRoot(Lint(design, image, choices.FatalWarnings), usesSudo));
        }

        if (choices.Smoke)
        {
            steps.Add(AsRoot(Smoke(design, image), usesSudo));
        }

        if (!choices.ImageTypes.IsEmpty)
        {
            steps.AddRange(Artifacts(design, image, choices, host, isRootful));
        }

        if (choices.Manifest)
        {
            steps.AddRange(Manifest(design, image).Select(step => AsRoot(step, usesSudo)));
        }

        if (choices.Boot)
        {
            steps.AddRange(Boots(design, choices, host));
        }

        if (choices.Push && design.Publish.Repository is not null)
        {
            steps.Add(AsRoot(Push(design, image), usesSudo));
            if (choices.Sign)
            {
                steps.Add(Sign(design, choices.SigningKey));
            }
        }

        return new BuildPlan(image, steps.ToEquatableArray());
    }

    /// <summary>The plan that boots one disk or ISO and does nothing else.</summary>
    /// <param name="design">The design it is of, which says what it is to reach.</param>
    /// <param name="file">Its absolute path.</param>
    /// <param name="host">The machine.</param>
    /// <param name="timeLimit">How long it may take; null for what fits the machine.</param>
    /// <exception cref="ArgumentException">The file's name says neither disk nor ISO.</exception>
    public static BuildPlan Boot(ImageDesign design, string file, BuildHost host, TimeSpan? timeLimit = null) =>
        new(design.BuiltReference().ToString(), [Boot(design, file, BootCommand.MediumOf(file) == BootMedium.Iso ? "boot-iso" : "boot-disk", host, timeLimit)]);

    private static IEnumerable<BuildStep> Boots(ImageDesign design, BuildChoices choices, BuildHost host)
    {
        ImageType? disk = choices.ImageTypes.Contains(ImageType.Qcow2) ? ImageType.Qcow2 : choices.ImageTypes.Contains(ImageType.Raw) ? ImageType.Raw : null;
        if (disk is { } type)
        {
            yield return Boot(design, $"{RunPaths.MadeFile}.{BuilderCommand.NameOf(type)}", "boot-disk", host, choices.BootTimeLimit);
        }

        if (choices.ImageTypes.Any(item => item.StartsFromIso()))
        {
            yield return Boot(design, $"{RunPaths.MadeFile}.iso", "boot-iso", host, choices.BootTimeLimit);
        }
    }

    private static BuildStep Boot(ImageDesign design, string file, string id, BuildHost host, TimeSpan? timeLimit)
    {
        var medium = BootCommand.MediumOf(file);
        return new BuildStep(
            id, medium == BootMedium.Iso ? "Boot the ISO in a virtual machine" : "Boot the disk in a virtual machine",
            BootCommand.Program, BootCommand.Arguments(file, host.Machine), $"{RunPaths.Artifacts}/{RunPaths.BootReportStart}{id}{RunPaths.BootReportEnd}")
        {
            Kind = StepKind.Boot,
            Boot = new BootTarget(medium!.Value, GateCriteria.HasDesktop(design), timeLimit ?? BootTarget.DefaultTimeLimit(host.Machine.HasKvm)),
        };
    }

    private static BuildStep Lint(ImageDesign design, string image, bool fatalWarnings)
    {
        var name = ContainerName(design, "lint");
        string[] fatal = fatalWarnings ? ["--fatal-warnings"] : [];
        return new BuildStep(
            "lint", "Check the image with bootc container lint", "podman",
            ["run", "--rm", "--name", name, "--network=none", "--entrypoint", "bootc", image, "container", "lint", "--no-truncate", .. fatal], RunPaths.Lint)
        {
            Kind = StepKind.Lint,
            ContainerName = name,
        };
    }

    /// <summary>
    /// The image is mounted into its own container as well: podman puts files of its own over /etc/hostname, /etc/hosts and
    /// /etc/resolv.conf of a running one. A mount of the script needs another label than SELinux gives the run's folder.
    /// </summary>
    private static BuildStep Smoke(ImageDesign design, string image)
    {
        var name = ContainerName(design, "smoke");
        return new BuildStep(
            "smoke", "Check in the image what the design promises", "podman",
            [
                "run", "--rm", "--name", name, "--network=none", "--security-opt", "label=disable",
                "--mount", $"type=image,source={image},destination=/run/image",
                "--volume", $"./{BundlePaths.InsideImage}:/run/inside-image.sh:ro",
                "--entrypoint", "bash", image, "/run/inside-image.sh",
            ],
            RunPaths.Smoke)
        {
            Kind = StepKind.Smoke,
            ContainerName = name,
        };
    }

    private static IEnumerable<BuildStep> Artifacts(ImageDesign design, string image, BuildChoices choices, BuildHost host, bool isRootful)
    {
        var groups = BuilderCommand.Groups(design.Outputs.Builder, choices.ImageTypes);
        if (host.Root == RootAccess.Terminal)
        {
            return [ForTerminal(design, image, groups, choices, host)];
        }

        List<BuildStep> steps = [];
        if (!isRootful)
        {
            steps.Add(new BuildStep(
                "save", "Take the image out of your storage", "podman",
                ["save", "--format", "oci-archive", "--output", RunPaths.Archive, image], RunPaths.Archive));
            steps.Add(AsRoot(new BuildStep("load", "Put it into root's storage, which the builder reads", "podman", ["load", "--input", RunPaths.Archive], image), usesSudo: true));
        }

        if (choices.ImageTypes.Select(design.InstallerOf).OfType<ImageReference>().FirstOrDefault() is { } installer)
        {
            steps.Add(AsRoot(Fetch(installer), !host.IsRoot));
        }

        foreach (var group in groups)
        {
            steps.Add(Artifact(design, image, group, choices, host));
        }

        if (!host.IsRoot)
        {
            steps.Add(new BuildStep(
                "own", "Give the results to you", "sudo", ["-n", "chown", "-R", Owner(host), RunPaths.Artifacts], RunPaths.Artifacts));
        }

        return steps;
    }

    /// <summary>The builder never pulls; a container that runs once is pulled where it is missing, and one made on this machine is taken as it is.</summary>
    private static BuildStep Fetch(ImageReference installer) => new(
        "installer", "Get the installer container", "podman",
        ["run", "--rm", "--pull=missing", "--network=none", "--entrypoint", "true", installer.ToString()], installer.ToString());

    private static BuildStep Artifact(ImageDesign design, string image, IReadOnlyList<ImageType> types, BuildChoices choices, BuildHost host)
    {
        var names = string.Join(", ", types.Select(BuilderCommand.NameOf));
        var id = string.Join('-', types.Select(BuilderCommand.NameOf));
        var title = types[0].StartsFromIso() ? $"Make the installer ISO ({names})" : $"Make the disk image ({names})";
        if (choices.BuilderForm == BuilderForm.Installed)
        {
            var command = BuilderCommand.Installed(design, types, image, RunPaths.Artifacts);
            return AsRoot(new BuildStep(id, title, command[0], command.Skip(1).ToEquatableArray(), RunPaths.Artifacts) { Kind = StepKind.Artifact }, !host.IsRoot);
        }

        var name = ContainerName(design, id);
        var arguments = BuilderCommand.Arguments(design, types, image, RunPaths.Artifacts, host.RootStorage, name);
        return AsRoot(new BuildStep(id, title, "podman", arguments, RunPaths.Artifacts) { Kind = StepKind.Artifact, ContainerName = name }, !host.IsRoot);
    }

    private static BuildStep ForTerminal(
        ImageDesign design, string image, IReadOnlyList<IReadOnlyList<ImageType>> groups, BuildChoices choices, BuildHost host)
    {
        const string Finished = RunPaths.Artifacts + "/builder-finished";
        var builds = groups.Select(types => choices.BuilderForm == BuilderForm.Installed
            ? ShellCommandLine.Format("sudo", BuilderCommand.Installed(design, types, image, RunPaths.Artifacts))
            : ShellCommandLine.Format("sudo", ["podman", .. BuilderCommand.Arguments(design, types, image, RunPaths.Artifacts, host.RootStorage, containerName: null)]));
        var fetches = choices.ImageTypes.Select(design.InstallerOf).OfType<ImageReference>().Take(1)
            .Select(installer => ShellCommandLine.Format("sudo", ["podman", .. Fetch(installer).Arguments]));
        return new BuildStep("terminal", "Make the disk images and ISOs, as root", "sudo", [], Finished)
        {
            Kind = StepKind.Artifact,
            TerminalCommands =
            [
                $"{ShellCommandLine.Format("podman", ["save", "--format", "oci-archive", image])} | sudo podman load",
                .. fetches,
                .. builds,
                ShellCommandLine.Format("sudo", ["chown", "-R", Owner(host), RunPaths.Artifacts]),
                ShellCommandLine.Format("touch", [Finished]),
            ],
        };
    }

    private static IEnumerable<BuildStep> Manifest(ImageDesign design, string image)
    {
        var name = ContainerName(design, "packages");
        return
        [
            new BuildStep("image", "Look up the image's digest", "podman", ["image", "inspect", image], $"{RunPaths.Artifacts}/{RunPaths.ImageInspection}")
            {
                OutputFile = $"{RunPaths.Artifacts}/{RunPaths.ImageInspection}",
            },
            new BuildStep(
                "packages", "List the packages, and write manifest and SBOM", "podman",
                ["run", "--rm", "--name", name, "--network=none", "--entrypoint", "rpm", image, "--query", "--all", "--queryformat", PackageQuery],
                $"{RunPaths.Artifacts}/{RunPaths.Manifest}")
            {
                Kind = StepKind.Manifest,
                ContainerName = name,
                OutputFile = $"{RunPaths.Artifacts}/{RunPaths.PackageList}",
            },
        ];
    }

    /// <summary>A registry on this machine, such as one to try things with, rarely speaks TLS; podman then tries without as well.</summary>
    private static BuildStep Push(ImageDesign design, string image)
    {
        string[] plain = design.Publish.Repository!.IsOnThisMachine ? ["--tls-verify=false"] : [];
        return new BuildStep(
            "push", "Put the image into the registry", "podman",
            ["push", .. plain, $"--compression-format={DeliveryFields.Compression.Codec.Format(design.Publish.Compression)}", "--digestfile", $"{RunPaths.Artifacts}/{RunPaths.PushedDigest}", image], image)
        {
            Kind = StepKind.Push,
        };
    }

    private static BuildStep Sign(ImageDesign design, string key)
    {
        string[] plain = design.Publish.Repository!.IsOnThisMachine ? ["--allow-http-registry"] : [];
        return new BuildStep(
            SignStepId, "Sign what was pushed", "cosign",
            ["sign", "--yes", "--key", key, .. plain, $"{design.Publish.Repository.Name}@{RunPaths.DigestPlaceholder}"], design.Publish.Repository.Name);
    }

    /// <summary>The step as root's, if it is to be. sudo drops the environment but for the variables that it is told to keep (sudo(8)).</summary>
    private static BuildStep AsRoot(BuildStep step, bool usesSudo, IReadOnlyList<string>? keptVariables = null)
    {
        string[] kept = keptVariables is { Count: > 0 } ? [$"--preserve-env={string.Join(',', keptVariables)}"] : [];
        return usesSudo ? step with { Command = "sudo", Arguments = ["-n", .. kept, step.Command, .. step.Arguments] } : step;
    }

    private static string ContainerName(ImageDesign design, string step) => $"veilor-designer-{design.Image.Name}-{step}";

    private static string Owner(BuildHost host) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host.UserId}:{host.GroupId}");
}
