using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A config inside the image is asked for its disk only, and only where the own config has none (image-builder, sources-of-configuration.md).</summary>
public sealed class EmbeddedBuilderConfigRule() : DesignRule("VD7025", DiagnosticSeverity.Warning, "The image carries a config of the builder")
{
    private static readonly string[] Files =
    [
        "usr/lib/bootc-image-builder/config.toml", "usr/lib/bootc-image-builder/config.json", "usr/lib/bootc-image-builder/disk.yaml",
        "usr/lib/image-builder/bootc/disk.yaml",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Files.Where(path => OverlayFiles.Has(input.Content, path))
            .Select(path => ReportFile(path, $"overlay/{path} is read by the builder beside the generated config: {(input.Design.Storage.Partitions.IsEmpty ? "its disk would be made, which the section Storage does not show" : "its disk is not made, because the section Storage draws one")}. The rest of it is ignored, and LVM and LUKS in it do not work."));
}
