using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The kickstart is a file in the bundle and on the ISO.</summary>
public sealed class KickstartPasswordRule() : DesignRule("VD8013", DiagnosticSeverity.Error, "A password stands in the kickstart")
{
    private static readonly string[] Options = ["--password=", "--password ", "--plaintext", "--passphrase", "--backuppassphrase"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        KickstartLines.Commands(input.Design.Installer.ExtraKickstart)
            .Where(command => Array.Exists(Options, option => command.Line.Contains(option, StringComparison.Ordinal))
                || (command.Word is "rootpw" or "sshpw" && !command.Line.Contains("--lock", StringComparison.Ordinal)))
            .Select(command => command.Word)
            .Distinct(StringComparer.Ordinal)
            .Select(word => Report(DeliveryFields.ExtraKickstart.Path, $"The line '{word}' carries a password or passphrase. It is readable to everyone who has the bundle or the ISO, and the same on every machine. Use the section Users."));
}
