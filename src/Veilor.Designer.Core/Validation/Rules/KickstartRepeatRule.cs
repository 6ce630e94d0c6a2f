using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The later of two lines wins, so the form would say one thing and the installer do another.</summary>
public sealed class KickstartRepeatRule() : DesignRule("VD8011", DiagnosticSeverity.Warning, "Your kickstart line repeats a field")
{
    private static readonly (string Word, string Where)[] Written =
    [
        ("lang", "the field Language"), ("keyboard", "the field Keyboard"), ("timezone", "the field Time zone"), ("timesource", "the field Time servers"),
        ("rootpw", "the field Lock root"), ("graphical", "the field Installation"), ("text", "the field Installation"), ("cmdline", "the field Installation"),
        ("selinux", "the designer"), ("reboot", "the designer"), ("poweroff", "the designer"), ("halt", "the designer"), ("shutdown", "the designer"), ("firstboot", "the designer"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var words = KickstartLines.Commands(input.Design.Installer.ExtraKickstart).Select(command => command.Word).ToHashSet(StringComparer.Ordinal);
        return Written.Where(each => words.Contains(each.Word))
            .Select(each => Report(DeliveryFields.ExtraKickstart.Path, $"'{each.Word}' is written by {each.Where} as well. The installer takes the later line, so one of the two is misleading."));
    }
}
