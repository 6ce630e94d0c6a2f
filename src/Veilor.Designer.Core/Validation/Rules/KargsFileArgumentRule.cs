using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An argument of one machine reaches every machine, and one of x86 reaches others (bootc, kernel-arguments.md; kernel-parameters.txt).</summary>
public sealed class KargsFileArgumentRule() : DesignRule("VD7028", DiagnosticSeverity.Error, "A kargs.d file has an argument that does not fit every machine")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, argument, isLimited) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (MachineArgumentRule.IsOfOneMachine(argument))
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' names something of one machine, and every machine with this image would get it. The installer writes it where it is needed.");
            }
            else if (!isLimited && ArchitectureArgumentRule.IsForX86(argument))
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' is known on x86 only. Add match-architectures = [\"x86_64\"], or enter it in the section Hardening.");
            }
        }
    }
}
