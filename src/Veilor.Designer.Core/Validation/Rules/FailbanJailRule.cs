using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Every jail is off by default (fail2ban#3642).</summary>
public sealed class FailbanJailRule() : DesignRule("VD6011", DiagnosticSeverity.Warning, "fail2ban bans nobody")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var unit = UnitName.Parse("fail2ban.service");
        if (ServicesFields.Enable.Contains(input.Design, unit)
            && !OverlayFiles.Below(input.Content, "etc/fail2ban/").Any(each => OverlayFiles.Lines(each.File).Any(line => line.Replace(" ", "", StringComparison.Ordinal).StartsWith("enabled=true", StringComparison.OrdinalIgnoreCase))))
        {
            yield return Report(ServicesFields.Enable.PathOf(unit), "fail2ban is enabled, and no jail is: it runs and bans nobody. Put a file with [sshd] and enabled = true into overlay/etc/fail2ban/jail.d.");
        }
    }
}
