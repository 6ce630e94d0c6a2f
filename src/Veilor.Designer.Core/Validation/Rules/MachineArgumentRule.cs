using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>root=, rd.luks.* and the like are written by the installer for each machine (bootc keeps them as install-time keys).</summary>
public sealed class MachineArgumentRule() : DesignRule("VD4001", DiagnosticSeverity.Error, "The argument belongs to one machine")
{
    private static readonly string[] Keys = ["root", "rootflags", "resume", "ostree", "rd.lvm", "rd.luks"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            var key = entry.Argument.Key;
            if (entry.Owner == ArgumentOwner.Image && (Array.Exists(Keys, each => string.Equals(each, key, StringComparison.Ordinal)) || key.StartsWith("rd.luks.", StringComparison.Ordinal) || key.StartsWith("rd.lvm.", StringComparison.Ordinal)))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' names something of one machine, and every machine with this image would get it. The installer writes it where it is needed.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }
}
