using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The part of the Containerfile that copies files and runs scripts.</summary>
internal static class ContainerfileFiles
{
    public static void Write(DocumentWriter writer, GenerationInput input)
    {
        WriteCopies(writer, input);
        WriteFirstBoot(writer, input.Design);
        WriteScripts(writer, input, ContentFields.RunScripts, "# Scripts");
    }

    /// <summary>Writes the steps that run scripts of the build.</summary>
    /// <param name="writer">The Containerfile.</param>
    /// <param name="input">The design and its files.</param>
    /// <param name="field">The list of scripts.</param>
    /// <param name="heading">The comment in front.</param>
    public static void WriteScripts(DocumentWriter writer, GenerationInput input, ListField<RelativePath> field, string heading)
    {
        var scripts = field.Get(input.Design);
        if (scripts.IsEmpty)
        {
            return;
        }

        writer.From(field.Path, "The scripts are mounted for the step and stay out of the image. The digest makes the layer cache notice a changed script, which buildah would not.")
            .Line()
            .Line(heading);
        foreach (var script in scripts)
        {
            var path = field.PathOf(script);
            writer.Line("RUN --mount=type=bind,source=scripts,target=/run/build/scripts \\", path);
            SecretMounts.Write(writer, input.Design.Extra.Secrets.Where(secret => secret.IsFor(script)));
            writer.Line($"    bash {ShellText.Quote("/run/build/scripts/" + script)} # {input.Content.ScriptsDigest[..16]}", path);
        }
    }

    private static void WriteCopies(DocumentWriter writer, GenerationInput input)
    {
        var overlay = input.Design.Overlay;
        writer.From(ImageFields.Name.Path, "Settings are files in the bundle, copied as they are; heredocs would need buildah 1.33.", LineBond.Fixed)
            .Line()
            .Line("# Files: generated settings, then the overlay, which may replace them")
            .Line("COPY rootfs/ /");
        if (input.Content.HasOverlay)
        {
            writer.Line("COPY overlay/ /", ContentFields.OverlayFrom.Path);
        }

        if (input.Content.HasAssets && overlay.AssetsTarget is { } target)
        {
            writer.Line($"COPY assets/ {target}/", ContentFields.AssetsTarget.Path);
        }

        writer.From(ImageFields.Name.Path, "Git keeps only the executable bit; the rest of a clone's modes comes from the umask of whoever made it, and COPY would carry that into the image.", LineBond.Fixed)
            .Line("RUN --mount=type=bind,source=build,target=/run/build/scripts \\")
            .Line("    --mount=type=bind,source=rootfs,target=/run/build/rootfs \\");
        if (input.Content.HasOverlay)
        {
            writer.Line("    --mount=type=bind,source=overlay,target=/run/build/overlay \\", ContentFields.OverlayFrom.Path);
        }

        List<(string Path, FieldPath Origin)> leftOut = input.Content.HasOverlay ? [.. OverlayLeftOut.Paths(input)] : [];
        var setModes = $"    bash /run/build/scripts/set-modes.sh{string.Concat(leftOut.Select(each => " " + ShellText.Quote("/" + each.Path)))} # {BuildScripts.SetModesDigest}";
        _ = leftOut.Count == 0 ? writer.Line(setModes) : writer.Line(setModes, [.. leftOut.Select(each => each.Origin)]);
        if (input.Content.HasAssets && overlay.AssetsTarget is { } assets)
        {
            writer.Line($"RUN chmod -R u=rwX,go=rX {ShellText.Quote(assets.ToString())}", ContentFields.AssetsTarget.Path);
        }

        foreach (var permission in overlay.Permissions)
        {
            writer.Line(
                $"COPY --chmod={permission.Mode} --chown={permission.Owner}:{permission.Group} overlay/{permission.Path} /{permission.Path}",
                ContentFields.Permissions.PathOf(permission),
                "Git keeps only the executable bit, so any other mode or owner is set here.");
        }
    }

    private static void WriteFirstBoot(DocumentWriter writer, ImageDesign design)
    {
        if (design.Scripts.FirstBoot.IsEmpty)
        {
            return;
        }

        writer.From(ContentFields.FirstBootScripts.Path, "They run on the machine, so they are in the image; the unit that runs them is among the generated settings.")
            .Line()
            .Line("# Scripts of the first boot");
        foreach (var script in design.Scripts.FirstBoot)
        {
            writer.Line($"COPY --chmod=0755 scripts/{script} {FirstBootDocuments.PathInImage(design, script)}", [ContentFields.FirstBootScripts.PathOf(script), ImageFields.Name.Path]);
        }
    }
}
