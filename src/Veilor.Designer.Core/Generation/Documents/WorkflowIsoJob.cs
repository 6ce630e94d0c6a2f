using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The workflow's job that makes the installer ISO of the pushed image.</summary>
internal static class WorkflowIsoJob
{
    private const string PartSize = "1900M";

    public static void Write(DocumentWriter writer, ImageDesign design)
    {
        var isRelease = design.Workflow.Release;
        var needs = IsMatrix(design) ? "index" : "image";
        writer.From(DeliveryFields.BuildIso.Path)
            .Line()
            .Line("  iso:")
            .LineAlso($"    needs: {needs}", [ImageFields.Architectures.Path])
            .Line("    if: github.event_name != 'pull_request'");
        WorkflowGenerator.WriteRunner(writer, design, IsMatrix(design));
        writer.Line($"    timeout-minutes: {design.Workflow.TimeoutMinutes.ToString(CultureInfo.InvariantCulture)}", DeliveryFields.TimeoutMinutes.Path);
        writer.From([DeliveryFields.BuildIso.Path, DeliveryFields.Release.Path])
            .Line("    permissions:")
            .Line(isRelease ? "      contents: write" : "      contents: read", DeliveryFields.Release.Path, isRelease ? "A release is written with it." : "")
            .Line("      packages: read")
            .Line("    steps:");
        WorkflowGenerator.WriteCheckout(writer);
        WorkflowGenerator.WriteFreeSpace(writer);
        writer.From(DeliveryFields.BuildIso.Path, "The builder never pulls: the image must be in root's storage, under the name that machines upgrade from.")
            .Line("      - name: Log in to the registry");
        WorkflowGenerator.WriteLogin(writer, design);
        WriteBuild(writer, design, needs);
        WriteUpload(writer, design, isRelease);
    }

    private static void WriteBuild(DocumentWriter writer, ImageDesign design, string needs)
    {
        var type = design.Outputs.ImageTypes.FirstOrDefault(each => each.IsIso(), ImageType.AnacondaIso);
        var arguments = BuilderCommand.Arguments(design, type, "$IMAGE:$TAG");
        var command = string.Join(' ', arguments.Select(argument => argument.StartsWith('$') ? $"\"{argument}\"" : ShellText.Quote(argument)));
        writer.From([DeliveryFields.BuildIso.Path, DeliveryFields.Builder.Path], "The config is mounted, as the builder documents; its --config flag is for its developers only.")
            .Line("      - name: Build the ISO")
            .Line("        env:")
            .LineAlso($"          DIGEST: ${{{{ needs.{needs}.outputs.digest }}}}", [ImageFields.Architectures.Path])
            .Line("        run: |")
            .Line("          sudo podman pull \"$IMAGE@$DIGEST\"")
            .Line("          sudo podman tag \"$IMAGE@$DIGEST\" \"$IMAGE:$TAG\"");
        if (design.InstallerOf(type) is { } installer)
        {
            writer.Line($"          sudo podman pull {ShellText.Quote(installer.ToString())}", DeliveryFields.InstallerImage.Path);
        }

        writer.Line("          mkdir -p output")
            .LineAlso($"          sudo podman {command}", [DeliveryFields.RootFileSystem.Path])
            .Line("          sudo chown -R \"$(id -u):$(id -g)\" output");
    }

    /// <summary>An ISO holds one architecture, and its builder makes no other than the runner's.</summary>
    private static bool IsMatrix(ImageDesign design) => design.Image.Architectures.Count > 1;

    private static void WriteUpload(DocumentWriter writer, ImageDesign design, bool isRelease)
    {
        var name = IsMatrix(design) ? "install-${{ matrix.arch }}.iso" : "install.iso";
        var file = IsMatrix(design) ? $"\"{name}\"" : name;
        EquatableArray<FieldPath> naming = [ImageFields.Architectures.Path];
        writer.From(DeliveryFields.BuildIso.Path, "A release takes files below 2 GiB, so the ISO is split; join the parts with cat.")
            .Line("      - name: Checksum and split")
            .Line("        run: |")
            .Line("          mkdir -p upload")
            .Line("          iso=$(find output -name '*.iso' -print -quit)")
            .LineAlso($"          mv \"$iso\" upload/{file}", naming)
            .Line("          cd upload")
            .LineAlso($"          sha256sum {file} > {file}.sha256", naming);
        if (isRelease)
        {
            writer.Line($"          split --bytes={PartSize} --numeric-suffixes=1 {file} {file}.part", [DeliveryFields.Release.Path, .. naming]);
        }

        writer.From(DeliveryFields.BuildIso.Path)
            .Line($"      - uses: {PinnedActions.UploadArtifact}")
            .Line("        with:")
            .LineAlso(IsMatrix(design) ? "          name: install-iso-${{ matrix.arch }}" : "          name: install-iso", naming)
            .Line("          path: |")
            .LineAlso($"            upload/{name}", naming)
            .LineAlso($"            upload/{name}.sha256", naming)
            .Line("          retention-days: 7");
        if (isRelease)
        {
            writer.From(DeliveryFields.Release.Path)
                .Line($"      - uses: {PinnedActions.Release}")
                .Line("        if: startsWith(github.ref, 'refs/tags/')")
                .Line("        with:")
                .Line("          files: |")
                .LineAlso($"            upload/{name}.part*", naming)
                .LineAlso($"            upload/{name}.sha256", naming);
        }
    }
}
