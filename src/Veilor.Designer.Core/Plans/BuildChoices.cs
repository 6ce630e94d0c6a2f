using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Plans;

/// <summary>Which steps a build has, beside the container build that every one begins with.</summary>
public sealed record BuildChoices
{
    /// <summary>Run bootc's lint in the built image, so that each finding is shown with its fix.</summary>
    public bool Lint { get; init; } = true;

    /// <summary>Let a warning of the lint end the build as well.</summary>
    public bool FatalWarnings { get; init; }

    /// <summary>Check in the built image what the design promises.</summary>
    public bool Smoke { get; init; } = true;

    /// <summary>The disk images and ISOs to make, out of the design's image types.</summary>
    public EquatableArray<ImageType> ImageTypes { get; init; } = [];

    public BuilderForm BuilderForm { get; init; }

    /// <summary>Write the manifest, and the list of packages as an SBOM. Checksums of what was made are written in any case.</summary>
    public bool Manifest { get; init; } = true;

    /// <summary>Boot the disk and the ISO that were made in a virtual machine, and watch how far they get.</summary>
    public bool Boot { get; init; }

    /// <summary>How long one boot may take; null for what fits the machine.</summary>
    public TimeSpan? BootTimeLimit { get; init; }

    /// <summary>Put the image into the registry of the design.</summary>
    public bool Push { get; init; }

    /// <summary>Sign what was pushed, with cosign.</summary>
    public bool Sign { get; init; }

    /// <summary>The file with cosign's private key.</summary>
    public string SigningKey { get; init; } = "cosign.key";

    /// <summary>Build in root's storage from the start, so that nothing needs to be copied there; needs root's rights.</summary>
    public bool BuildAsRoot { get; init; }

    /// <summary>What was chosen for a plan, read back from its steps, to look at the machine before they run again.</summary>
    /// <param name="steps">The steps.</param>
    public static BuildChoices Of(IReadOnlyCollection<BuildStep> steps)
    {
        var artifacts = steps.Where(step => step.Kind == StepKind.Artifact).ToList();
        var words = artifacts.SelectMany(step => step.IsForTerminal ? step.TerminalCommands.SelectMany(command => command.Split(' ')) : step.Arguments).ToHashSet(StringComparer.Ordinal);
        var sign = steps.FirstOrDefault(step => step.Id == BuildPlanner.SignStepId);
        return new BuildChoices
        {
            Lint = steps.Any(step => step.Kind == StepKind.Lint),
            Smoke = steps.Any(step => step.Kind == StepKind.Smoke),
            Manifest = steps.Any(step => step.Kind == StepKind.Manifest),
            ImageTypes = Enum.GetValues<ImageType>().Where(type => words.Contains(BuilderCommand.NameOf(type))).ToEquatableArray(),
            BuilderForm = artifacts.Count == 0 || Enum.GetValues<BuilderKind>().Any(kind => words.Contains(BuilderCommand.ContainerImage(kind))) ? BuilderForm.Container : BuilderForm.Installed,
            Boot = steps.Any(step => step.Kind == StepKind.Boot),
            Push = steps.Any(step => step.Kind == StepKind.Push),
            Sign = sign is not null,
            SigningKey = sign?.Arguments.SkipWhile(argument => argument != "--key").Skip(1).FirstOrDefault() ?? "",
            BuildAsRoot = steps.FirstOrDefault(step => step.Kind == StepKind.Build) is { UsesSudo: true },
        };
    }

    /// <summary>The container build alone.</summary>
    public static BuildChoices ImageOnly { get; } = new() { Lint = false, Smoke = false, Manifest = false };
}
