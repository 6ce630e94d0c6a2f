using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A script that adds an argument which every machine has changes nothing, and taking it off again is undefined for one of kargs.d (bootc, kernel-arguments).</summary>
public sealed class SharedArgumentRule() : DesignRule("VD4038", DiagnosticSeverity.Warning, "Every machine has the argument already")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        from argument in input.Design.Kernel.OptIn
        where input.Design.Kernel.Arguments.Any(entry => entry.Argument == argument)
        select Report(
            KernelFields.OptIn.PathOf(argument),
            $"'{argument}' is offered to single machines, and stands among the arguments of every machine as well. The script would add what is there, and a machine that takes it off again may lose the image's.",
            "Offer it no more",
            design => KernelFields.OptIn.Remove(design, argument));
}
