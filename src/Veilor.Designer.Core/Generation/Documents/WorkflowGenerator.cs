using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes the GitHub workflow. It runs plain podman as root, because the ISO builder reads root's container storage;
/// actions are pinned by commit, since a tag can be moved.
/// </summary>
public sealed class WorkflowGenerator : IDocumentGenerator
{
    private const string PushRight = "packages: write lets the job push to the registry.";

    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        var design = input.Design;
        if (!design.Workflow.Enabled)
        {
            return [];
        }

        var writer = new DocumentWriter(BundlePaths.Workflow, DocumentLanguage.Yaml);
        WriteHead(writer, design);
        WriteImageJob(writer, design);
        if (design.Image.Architectures.Count > 1 && design.Publish.Repository is not null)
        {
            writer.Within(ImageFields.Architectures.Path, () => writer.Within(DeliveryFields.Repository.Path, () => WriteIndexJob(writer, design)));
        }

        if (design.Workflow.BuildIso && design.Publish.Repository is not null)
        {
            writer.Within(DeliveryFields.BuildIso.Path, () => writer.Within(DeliveryFields.Repository.Path, () => WorkflowIsoJob.Write(writer, design)));
        }

        return [writer.ToDocument()];
    }

    /// <summary>The checkout step that every job starts with.</summary>
    internal static void WriteCheckout(DocumentWriter writer) =>
        writer.Line($"      - uses: {PinnedActions.Checkout}")
            .Line("        with:")
            .Line("          persist-credentials: false");

    /// <summary>Logs root's podman in to the registry.</summary>
    internal static void WriteLogin(DocumentWriter writer, ImageDesign design)
    {
        WriteCredentials(writer, design, "        env:");
        writer.Line("        run: |").Line($"          {LoginCommand(design, "sudo podman")}");
    }

    /// <summary>The names under which a step finds the registry's user and password; <paramref name="head"/> is the line before them, if it is not written yet.</summary>
    private static void WriteCredentials(DocumentWriter writer, ImageDesign design, string? head)
    {
        var isGitHub = string.Equals(design.Publish.Repository!.Registry, "ghcr.io", StringComparison.Ordinal);
        writer.From(DeliveryFields.Repository.Path, isGitHub
            ? "The job's own token may push to GitHub's registry; no secret is stored."
            : "Set the secrets REGISTRY_USER and REGISTRY_PASSWORD in the repository's settings.");
        if (head is not null)
        {
            writer.Line(head);
        }

        writer.Line(isGitHub ? "          REGISTRY_USER: ${{ github.actor }}" : "          REGISTRY_USER: ${{ secrets.REGISTRY_USER }}")
            .Line(isGitHub ? "          REGISTRY_PASSWORD: ${{ github.token }}" : "          REGISTRY_PASSWORD: ${{ secrets.REGISTRY_PASSWORD }}");
    }

    /// <summary>The login of one program; the password goes through its input, as arguments are seen by every process.</summary>
    private static string LoginCommand(ImageDesign design, string program) =>
        $"echo \"$REGISTRY_PASSWORD\" | {program} login --username \"$REGISTRY_USER\" --password-stdin {ShellText.Quote(design.Publish.Repository!.Registry)}";

    private static void WriteHead(DocumentWriter writer, ImageDesign design)
    {
        var reference = design.BuiltReference();
        var isPublished = design.Publish.Repository is not null;
        writer.From(DeliveryFields.WorkflowEnabled.Path)
            .Line("# Written by Veilor Designer from design.toml: change the design, not this file.")
            .Line("name: Build the image")
            .Line()
            .Line("on:")
            .Line("  push:")
            .Line("    branches: [main]");
        if (design.Workflow.Release)
        {
            writer.Line("    tags: [\"v*\"]", DeliveryFields.Release.Path);
        }

        writer.Line("  pull_request:");
        if (Cron(design.Workflow.Schedule) is { } cron)
        {
            writer.Line("  schedule:", DeliveryFields.Schedule.Path)
                .Line($"    - cron: \"{cron}\"", DeliveryFields.Schedule.Path, "Without a change too, so that updates of the base reach the machines.");
        }

        writer.Line("  workflow_dispatch:")
            .Line()
            .Line("permissions:")
            .Line("  contents: read", DeliveryFields.WorkflowEnabled.Path, "Each job asks for what it needs beyond this.")
            .Line()
            .Line("concurrency:")
            .Line("  group: ${{ github.workflow }}-${{ github.ref }}")
            .Line("  cancel-in-progress: true")
            .Line()
            .Line("env:")
            .Line($"  IMAGE: {YamlText.Quote(reference.WithTag(null).ToString())}", isPublished ? [DeliveryFields.Repository.Path] : [ImageFields.Name.Path, DeliveryFields.Repository.Path])
            .Line($"  TAG: {YamlText.Quote(reference.Tag ?? "latest")}", isPublished ? [DeliveryFields.Tag.Path, DeliveryFields.Repository.Path] : [ImageFields.Version.Path, DeliveryFields.Repository.Path])
            .Line()
            .Line("jobs:");
    }

    /// <summary>Off the full hour, when GitHub's queue is longest.</summary>
    private static string? Cron(BuildSchedule schedule) => schedule switch
    {
        BuildSchedule.Daily => "20 4 * * *",
        BuildSchedule.Weekly => "20 4 * * 1",
        BuildSchedule.Monthly => "20 4 1 * *",
        _ => null,
    };

    private static void WriteImageJob(DocumentWriter writer, ImageDesign design)
    {
        var isMatrix = design.Image.Architectures.Count > 1;
        writer.From(DeliveryFields.WorkflowEnabled.Path).Line("  image:");
        WriteRunner(writer, design, isMatrix);
        writer.From(DeliveryFields.TimeoutMinutes.Path)
            .Line($"    timeout-minutes: {design.Workflow.TimeoutMinutes.ToString(CultureInfo.InvariantCulture)}");
        writer.From(DeliveryFields.Repository.Path, PushRight)
            .Line("    permissions:")
            .Line("      contents: read");
        if (design.Publish.Repository is not null)
        {
            writer.Line("      packages: write");
        }

        if (design.Publish.Signed)
        {
            writer.Line("      id-token: write", DeliveryFields.Signed.Path, "cosign proves the workflow's identity with it; there is no key to keep.");
        }

        if (design.Publish.Repository is not null && !isMatrix)
        {
            writer.Within(ImageFields.Architectures.Path, () => writer.Within(DeliveryFields.Repository.Path, () => WriteOutputs(writer)));
        }

        writer.From(DeliveryFields.WorkflowEnabled.Path).Line("    steps:");
        WriteCheckout(writer);
        WriteFreeSpace(writer);
        var suffix = isMatrix ? "-${{ matrix.arch }}" : "";
        writer.From(DeliveryFields.WorkflowEnabled.Path).Line("      - name: Build");
        WriteBuild(writer, design, suffix);
        writer.Line("      - name: Check what the design promises")
            .LineAlso($"        run: sudo test/smoke.sh \"$IMAGE:$TAG{suffix}\"", [ImageFields.Architectures.Path]);
        if (design.Publish.Rechunk && design.Publish.Repository is not null)
        {
            writer.Within(DeliveryFields.Repository.Path, () => WriteRechunk(writer, design, suffix));
        }

        if (design.Publish.Repository is not null)
        {
            writer.Within(DeliveryFields.Repository.Path, () => WritePush(writer, design, suffix, isMatrix));
        }
    }

    /// <summary>Builds the image. Secrets come from the repository's; one that is not set there would be an empty file for podman, so the step asks for it first.</summary>
    private static void WriteBuild(DocumentWriter writer, ImageDesign design, string suffix)
    {
        var secrets = SecretMounts.InWorkflow(design);
        EquatableArray<FieldPath> origins = [ImageFields.Architectures.Path, .. SecretMounts.Origins(design)];
        if (secrets.Count == 0)
        {
            writer.LineAlso($"        run: sudo podman build --pull=newer --tag \"$IMAGE:$TAG{suffix}\" .", origins);
            return;
        }

        var names = secrets.GroupBy(each => each.Name, each => SecretFields.Secrets.PathOf(each.Secret), StringComparer.Ordinal).ToList();
        writer.Line("        env:", SecretMounts.Origins(design));
        foreach (var name in names)
        {
            writer.Line($"          {name.Key}: ${{{{ secrets.{name.Key} }}}}", [.. name], $"Set the secret {name.Key} in the repository's settings.");
        }

        writer.Line("        run: |", SecretMounts.Origins(design));
        foreach (var name in names)
        {
            writer.Line($"          : \"${{{name.Key}:?is not set among the secrets of the repository}}\"", [.. name], "A secret that is not set is empty here, and podman would pass an empty file. Pull requests from forks get none.");
        }

        writer.LineAlso(
            $"          sudo --preserve-env={string.Join(',', names.Select(name => name.Key))} podman build{string.Concat(secrets.Select(each => $" --secret id={each.Secret.Id},env={each.Name}"))} --pull=newer --tag \"$IMAGE:$TAG{suffix}\" .",
            origins);
    }

    /// <summary>Runs the tool that the bases bring, on root's storage (RHEL, image mode: optimizing container images).</summary>
    private static void WriteRechunk(DocumentWriter writer, ImageDesign design, string suffix) =>
        writer.From(DeliveryFields.Rechunk.Path, "Files are sorted into layers by package, so that an update changes few of them. The tool comes with the base; the labels stay.")
            .Line("      - name: Cut the layers anew")
            .Line("        run: |")
            .Line("          sudo podman run --rm --privileged --volume /var/lib/containers:/var/lib/containers \\")
            .LineAlso($"            {ShellText.Quote(design.BaseReference().ToString())} \\", NamedBy.Base(design))
            .LineAlso($"            /usr/libexec/bootc-base-imagectl rechunk \"$IMAGE:$TAG{suffix}\" \"$IMAGE:$TAG{suffix}\"", [ImageFields.Architectures.Path]);

    /// <summary>Hands the pushed digest to the ISO job, so that the ISO is made of what was checked and not of a tag that moved.</summary>
    private static void WriteOutputs(DocumentWriter writer) =>
        writer.From(DeliveryFields.BuildIso.Path, "The ISO job takes the image by its digest: the tag may have moved by then.")
            .Line("    outputs:")
            .Line("      digest: ${{ steps.push.outputs.digest }}");

    /// <summary>The machine that a job runs on: one for each architecture of the design, with the names <c>matrix.arch</c> and <c>matrix.runner</c>.</summary>
    internal static void WriteRunner(DocumentWriter writer, ImageDesign design, bool isMatrix)
    {
        writer.From(ImageFields.Architectures.Path);
        if (!isMatrix)
        {
            writer.Line($"    runs-on: {Runner(design.Image.Architectures.IsEmpty ? Architecture.X86_64 : design.Image.Architectures[0])}");
            return;
        }

        writer.Line("    strategy:").Line("      matrix:").Line("        include:");
        foreach (var architecture in design.Image.Architectures)
        {
            writer.From([ImageFields.Architectures.PathOf(architecture), ImageFields.Architectures.Path])
                .Line($"          - arch: {architecture.ToContainerName()}")
                .Line($"            runner: {Runner(architecture)}");
        }

        writer.From(ImageFields.Architectures.Path).Line("    runs-on: ${{ matrix.runner }}");
    }

    private static string Runner(Architecture architecture) =>
        architecture == Architecture.Aarch64 ? "ubuntu-24.04-arm" : "ubuntu-24.04";

    /// <summary>A hosted runner starts with about 20 GB free, too little for an image and its ISO.</summary>
    internal static void WriteFreeSpace(DocumentWriter writer) =>
        writer.From(DeliveryFields.WorkflowEnabled.Path, "A hosted runner has too little free disk for an image and its ISO; these tools are not used.")
            .Line("      - name: Free disk space")
            .Line("        run: sudo rm -rf /usr/share/dotnet /usr/local/lib/android /opt/ghc /opt/hostedtoolcache");

    private static void WritePush(DocumentWriter writer, ImageDesign design, string suffix, bool isMatrix)
    {
        const string NotForPullRequests = "        if: github.event_name != 'pull_request'";
        writer.From(DeliveryFields.Repository.Path, "A pull request is built and checked, and never pushed.")
            .Line("      - name: Log in to the registry")
            .Line(NotForPullRequests);
        WriteLogin(writer, design);
        writer.From(DeliveryFields.Repository.Path)
            .Line("      - name: Push")
            .Line("        id: push")
            .Line(NotForPullRequests)
            .Line("        run: |")
            .Line($"          sudo podman push --compression-format={Compression(design)} --digestfile=\"$RUNNER_TEMP/digest\" \"$IMAGE:$TAG{suffix}\"", [DeliveryFields.Compression.Path, ImageFields.Architectures.Path]);
        if (!isMatrix)
        {
            WriteTags(writer, design, [DeliveryFields.Compression.Path], tag => $"sudo podman push --compression-format={Compression(design)} \"$IMAGE:$TAG\" \"$IMAGE:{tag}\"");
        }

        writer.Line("          echo \"digest=$(cat \"$RUNNER_TEMP/digest\")\" >> \"$GITHUB_OUTPUT\"");
        if (design.Publish.Signed && !isMatrix)
        {
            WriteSign(writer, design, "steps.push.outputs.digest");
        }
    }

    private static string Compression(ImageDesign design) => DeliveryFields.Compression.Codec.Format(design.Publish.Compression);

    private static void WriteTags(DocumentWriter writer, ImageDesign design, EquatableArray<FieldPath> others, Func<string, string> command)
    {
        foreach (var tag in design.Publish.ExtraTags)
        {
            writer.Line($"          {command(tag.ToString())}", [DeliveryFields.ExtraTags.PathOf(tag), .. others]);
        }

        if (design.Publish.DatedTag)
        {
            writer.Line($"          {command("$TAG-$(date -u +%Y%m%d)")}", [DeliveryFields.DatedTag.Path, .. others], "A machine can be moved back to the build of a day.");
        }
    }

    /// <summary>
    /// cosign is no root's program: its installer puts it into the user's home, and it reads the user's own logins, not
    /// those of root's podman. cosign 3 writes its signatures in a form that podman and bootc do not look for
    /// (containers/container-libs, issue 388), so it is told to write the older one; and podman looks for the signature of
    /// the one image that it takes from an index (podman, issue 21209), so each is signed.
    /// </summary>
    private static void WriteSign(DocumentWriter writer, ImageDesign design, string digest)
    {
        writer.From(DeliveryFields.Signed.Path, "Signed without a key: the certificate names this workflow.")
            .Line($"      - uses: {PinnedActions.CosignInstaller}")
            .Line("        if: github.event_name != 'pull_request'")
            .Line("      - name: Sign")
            .Line("        if: github.event_name != 'pull_request'")
            .Line("        env:")
            .Line($"          DIGEST: ${{{{ {digest} }}}}");
        writer.Within(DeliveryFields.Signed.Path, () => WriteCredentials(writer, design, head: null));
        writer.From(DeliveryFields.Signed.Path, "cosign runs as the user it is installed for, and does not read the login of root's podman.")
            .Line("        run: |")
            .Line($"          {LoginCommand(design, "cosign")}");
        writer.From(DeliveryFields.Signed.Path, "In the form that podman and bootc look for, and for each image of an index: they check the one they take.")
            .Line("          cosign sign --yes --recursive --new-bundle-format=false --use-signing-config=false \"$IMAGE@$DIGEST\"");
    }

    private static void WriteIndexJob(DocumentWriter writer, ImageDesign design)
    {
        writer.From(ImageFields.Architectures.Path, "One name for all architectures: an index that points to each image.")
            .Line()
            .Line("  index:")
            .Line("    needs: image")
            .Line("    if: github.event_name != 'pull_request'")
            .Line("    runs-on: ubuntu-24.04");
        writer.From(DeliveryFields.TimeoutMinutes.Path).Line($"    timeout-minutes: {design.Workflow.TimeoutMinutes.ToString(CultureInfo.InvariantCulture)}");
        writer.From(ImageFields.Architectures.Path, PushRight).Line("    permissions:").Line("      packages: write");
        if (design.Publish.Signed)
        {
            writer.Line("      id-token: write", DeliveryFields.Signed.Path);
        }

        WriteOutputs(writer);
        writer.From(ImageFields.Architectures.Path).Line("    steps:").Line("      - name: Log in to the registry");
        WriteLogin(writer, design);
        writer.From(ImageFields.Architectures.Path)
            .Line("      - name: Push the index")
            .Line("        id: push")
            .Line("        run: |")
            .Line("          sudo podman manifest create \"$IMAGE:$TAG\"");
        foreach (var architecture in design.Image.Architectures)
        {
            writer.Line($"          sudo podman manifest add \"$IMAGE:$TAG\" \"docker://$IMAGE:$TAG-{architecture.ToContainerName()}\"", ImageFields.Architectures.PathOf(architecture));
        }

        writer.Line("          sudo podman manifest push --all --digestfile=\"$RUNNER_TEMP/digest\" \"$IMAGE:$TAG\" \"docker://$IMAGE:$TAG\"");
        WriteTags(writer, design, [], tag => $"sudo podman manifest push --all \"$IMAGE:$TAG\" \"docker://$IMAGE:{tag}\"");
        writer.Line("          echo \"digest=$(cat \"$RUNNER_TEMP/digest\")\" >> \"$GITHUB_OUTPUT\"");
        if (design.Publish.Signed)
        {
            WriteSign(writer, design, "steps.push.outputs.digest");
        }
    }
}
