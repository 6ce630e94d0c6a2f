using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>pykickstart: a section runs to its %end, and what is missing one swallows the rest.</summary>
public sealed class KickstartSectionRule() : DesignRule("VD8008", DiagnosticSeverity.Error, "A kickstart section is not closed")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var text = input.Design.Installer.ExtraKickstart;
        foreach (var (head, _, isClosed) in KickstartLines.Bodies(text))
        {
            if (!isClosed)
            {
                yield return Report(DeliveryFields.ExtraKickstart.Path, $"'{head}' has no %end, so everything after it becomes part of the section.", "Add %end", design => DeliveryFields.ExtraKickstart.Set(design, text + "\n%end"));
            }
        }
    }
}
