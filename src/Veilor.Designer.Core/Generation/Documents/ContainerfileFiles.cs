using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The part of the Containerfile that copies files and runs scripts.</summary>
internal static class ContainerfileFiles
{
    public static void Write(DocumentWriter writer, GenerationInput input)
    {
        WriteCopies(writer, input);
        WriteScripts(writer, input);
    }

    private static void WriteCopies(DocumentWriter writer, GenerationInput input)
    {
        var overlay = input.Design.Overlay;
        writer.From(ImageFields.Name.Path, "Settings are files in the bundle, copied as they are; heredocs would need buildah 1.33.")
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

        writer.From(ImageFields.Name.Path, "Git keeps only the executable bit; the rest of a clone's modes comes from the umask of whoever made it, and COPY would carry that into the image.")
            .Line("RUN --mount=type=bind,source=build,target=/run/build/scripts \\")
            .Line("    --mount=type=bind,source=rootfs,target=/run/build/rootfs \\");
        if (input.Content.HasOverlay)
        {
            writer.Line("    --mount=type=bind,source=overlay,target=/run/build/overlay \\");
        }

        var leftOut = input.Content.HasOverlay ? string.Concat(OverlayLeftOut.Paths(input).Select(each => " " + ShellText.Quote("/" + each.Path))) : "";
        writer.Line($"    bash /run/build/scripts/set-modes.sh{leftOut} # {BuildScripts.SetModesDigest}");
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

    private static void WriteScripts(DocumentWriter writer, GenerationInput input)
    {
        var scripts = input.Design.Scripts.Run;
        if (scripts.IsEmpty)
        {
            return;
        }

        writer.From(ContentFields.RunScripts.Path, "The scripts are mounted for the step and stay out of the image. The digest makes the layer cache notice a changed script, which buildah would not.")
            .Line()
            .Line("# Scripts");
        foreach (var script in scripts)
        {
            var path = ContentFields.RunScripts.PathOf(script);
            writer.Line("RUN --mount=type=bind,source=scripts,target=/run/build/scripts \\", path)
                .Line($"    bash {ShellText.Quote("/run/build/scripts/" + script)} # {input.Content.ScriptsDigest[..16]}", path);
        }
    }
}
