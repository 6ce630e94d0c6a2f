using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without rules usbguard blocks every device that was not there before, keyboards too (usbguard-daemon.conf(5)).</summary>
public sealed class UsbguardRulesRule() : DesignRule("VD6010", DiagnosticSeverity.Error, "usbguard would lock the keyboard out")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var unit = UnitName.Parse("usbguard.service");
        if (ServicesFields.Enable.Contains(input.Design, unit)
            && !OverlayFiles.All(input.Content).Any(each => each.Path.Contains("usbguard", StringComparison.Ordinal)))
        {
            yield return Report(ServicesFields.Enable.PathOf(unit), "usbguard is enabled, and the overlay brings neither rules nor a configuration for it: the daemon blocks keyboard and mouse at the login screen. Bring rules, or set PresentDevicePolicy=allow, or enable it once rules were made on the machine.", "Do not enable usbguard", design => ServicesFields.Enable.Remove(design, unit));
        }
    }
}
