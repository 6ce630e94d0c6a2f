using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>usbcore.authorized_default=0 or 2 leaves USB keyboards without permission before user space decides.</summary>
public sealed class UsbAuthorizationRule() : DesignRule("VD4007", DiagnosticSeverity.Warning, "An external keyboard is locked out at the passphrase prompt")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Storage.HasEncryption)
        {
            foreach (var entry in input.Design.Kernel.Arguments)
            {
                if (entry.Argument.ToString() is "usbcore.authorized_default=0" or "usbcore.authorized_default=2")
                {
                    yield return Report(KernelFields.Arguments.PathOf(entry), $"With '{entry.Argument}' a USB keyboard does nothing at the passphrase prompt of the encrypted disk.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
                }
            }
        }
    }
}
