using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>pykickstart takes the last bootloader line; arguments in it stay on the machine (bootc, kernel-arguments.md).</summary>
public sealed class KickstartBootloaderRule() : DesignRule("VD8015", DiagnosticSeverity.Warning, "Arguments in the kickstart stay on the machine")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (KickstartLines.Commands(input.Design.Installer.ExtraKickstart).Any(command => string.Equals(command.Word, "bootloader", StringComparison.Ordinal) && command.Line.Contains("--append", StringComparison.Ordinal)))
        {
            yield return Report(DeliveryFields.ExtraKickstart.Path, "bootloader --append adds kernel arguments that no update of the image can withdraw, and it replaces the designer's own bootloader line. Enter them in the section Hardening; the owner is chosen there.");
        }
    }
}
