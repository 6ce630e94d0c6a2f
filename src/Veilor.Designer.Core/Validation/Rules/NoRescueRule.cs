using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without a shell in the initramfs and without root's password only the earlier image is left (secureblue, post-install).</summary>
public sealed class NoRescueRule() : DesignRule("VD4023", DiagnosticSeverity.Warning, "There is no way in when the start fails")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Users.LockRoot)
        {
            foreach (var entry in input.Design.Kernel.Arguments.Where(entry => entry.Argument.ToString() is "rd.shell=0" or "rd.emergency=halt" or "rd.emergency=poweroff"))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"Root is locked, and '{entry.Argument}' takes the rescue shell of the initramfs away. When the start fails, only the earlier image in the boot menu is left. Keep that in mind, and keep an installer ISO at hand.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }
}
