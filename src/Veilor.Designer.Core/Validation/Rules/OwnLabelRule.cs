using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Of two labels with one key the last counts (Containerfile(5)), and the builders refuse a base whose label containers.bootc is not 1.</summary>
public sealed class OwnLabelRule() : DesignRule("VD1009", DiagnosticSeverity.Warning, "The label has a field of its own")
{
    private static readonly string[] Taken =
    [
        "containers.bootc", "ostree.bootable", "org.opencontainers.image.title", "org.opencontainers.image.version",
        "org.opencontainers.image.description", "org.opencontainers.image.vendor", "org.opencontainers.image.url",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var label in input.Design.Image.Labels)
        {
            if (Array.Exists(Taken, key => string.Equals(key, label.Key.ToString(), StringComparison.Ordinal)))
            {
                yield return Report(
                    ImageFields.Labels.PathOf(label),
                    $"{label.Key} is written from another field or comes from the base, and this line would replace it.",
                    $"Remove the label {label.Key}",
                    design => ImageFields.Labels.Remove(design, label.Key.ToString()));
            }
        }
    }
}
