using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A machine that boots from the network keeps /var in memory, and with it the stamps.</summary>
public sealed class FirstBootPxeRule() : DesignRule("VD7034", DiagnosticSeverity.Info, "First boot scripts run at every start from the network")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.Scripts.FirstBoot.IsEmpty && input.Design.Outputs.ImageTypes.Contains(ImageType.PxeTarXz))
        {
            yield return Report(ContentFields.FirstBootScripts.Path, "A machine that boots from the network forgets /var when it stops, so it runs these scripts at every start.");
        }
    }
}
