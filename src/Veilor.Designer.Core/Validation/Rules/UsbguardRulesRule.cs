using Veilor.Designer.Core.Content;
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
            && !OverlayFiles.Below(input.Content, "etc/usbguard/", "usr/lib/systemd/system/usbguard.service.d/", "etc/systemd/system/usbguard.service.d/").Any(each => IsCare(each.Path, each.File)))
        {
            yield return Report(ServicesFields.Enable.PathOf(unit), "usbguard is enabled, and the overlay brings neither rules nor a configuration for it: the daemon blocks keyboard and mouse at the login screen. Bring rules, or set PresentDevicePolicy=allow, or enable it once rules were made on the machine.", "Do not enable usbguard", design => ServicesFields.Enable.Remove(design, unit));
        }
    }

    /// <summary>Rules, a policy that lets present devices be, or a condition or an assertion that keeps the unit off until there are rules.</summary>
    private static bool IsCare(string path, ContentFile file) =>
        path.Contains("/rules", StringComparison.Ordinal)
        || OverlayFiles.Lines(file).Any(line => line.Replace(" ", "", StringComparison.Ordinal) is "PresentDevicePolicy=allow" or "PresentDevicePolicy=keep"
            || line.StartsWith("Condition", StringComparison.Ordinal) || line.StartsWith("Assert", StringComparison.Ordinal));
}
