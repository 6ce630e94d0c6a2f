using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: image is not a bootc image (label containers.bootc).</summary>
public sealed class BootcLabelRule() : DesignRule("VD9022", DiagnosticSeverity.Error, "A label makes it no bootable image")
{
    private static readonly string[] Labels = ["containers.bootc", "ostree.bootable"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var field in ExtraLines.Fields)
        {
            if (ContainerfileLines.Instructions(field.Get(input.Design)).Any(each => Hides(each.Keyword, each.Arguments)))
            {
                yield return Report(field.Path, "A LABEL sets containers.bootc or ostree.bootable to something else than 1. The base brings both; without them the builders say 'image is not a bootc image'.", "Take the instruction out", design => field.Set(design, ContainerfileLines.Without(field.Get(design), Hides)));
            }
        }
    }

    private static bool Hides(string keyword, string arguments) =>
        string.Equals(keyword, "LABEL", StringComparison.Ordinal)
        && arguments.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Any(pair => pair.Split('=', 2) is [var key, var value] && Array.IndexOf(Labels, key.Trim('"')) >= 0 && value.Trim('"', '\'') is not "1" and not "true");
}
