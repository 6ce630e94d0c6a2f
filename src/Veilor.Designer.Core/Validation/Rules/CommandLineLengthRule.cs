using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>COMMAND_LINE_SIZE is 2048 on x86 and Arm; the kernel cuts what is longer, and the installer adds its own arguments.</summary>
public sealed class CommandLineLengthRule() : DesignRule("VD4021", DiagnosticSeverity.Error, "The kernel's command line gets too long")
{
    /// <summary>Room for root=, ostree= and rd.luks.* of the installer.</summary>
    private const int InstallerShare = 512;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var length = input.Design.Kernel.Arguments.Sum(entry => entry.Argument.ToString().Length + 1);
        if (length > KernelArgument.MaximumLength - InstallerShare)
        {
            yield return Report(KernelFields.Arguments.Path, $"The arguments have {length} characters together. The kernel reads {KernelArgument.MaximumLength} and cuts off the rest, and the installer needs about {InstallerShare} of them.");
        }
    }
}
