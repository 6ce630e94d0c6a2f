using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builder adds ostreecontainer itself; ostreecontainer, bootc and ostreesetup exclude each other (pykickstart).</summary>
public sealed class KickstartSourceRule() : DesignRule("VD8005", DiagnosticSeverity.Error, "The kickstart names a second image source")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Sources(DeliveryFields.ExtraKickstart, input.Design).Concat(Sources(DeliveryFields.OwnKickstart, input.Design));

    private IEnumerable<Diagnostic> Sources(ScalarField<string> field, ImageDesign design) =>
        KickstartLines.Commands(field.Get(design))
            .Select(command => command.Word)
            .Where(word => word is "ostreecontainer" or "bootc" or "ostreesetup" or "liveimg" or "url" or "nfs" or "cdrom" or "harddrive" or "hmc")
            .Distinct(StringComparer.Ordinal)
            .Select(word => Report(
                field.Path,
                $"'{word}' names a source of the installation, and the kickstart gets its own: the installer refuses two, or takes the wrong one.",
                $"Take {word} out",
                each => field.Set(each, KickstartLines.Without(field.Get(each), (found, _) => string.Equals(found, word, StringComparison.Ordinal)))));
}
