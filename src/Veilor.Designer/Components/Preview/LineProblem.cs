using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Components.Preview;

/// <summary>What stands at a line: the worst problem, and how many there are.</summary>
/// <param name="Severity">That of the worst.</param>
/// <param name="Code">Its code.</param>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="More">How many further problems stand at the line.</param>
public sealed record LineProblem(DiagnosticSeverity Severity, string Code, string Message, int More)
{
    /// <summary>The problems of one line, which are not empty.</summary>
    public static LineProblem Of(EquatableArray<Diagnostic> problems)
    {
        var worst = problems.MaxBy(problem => problem.Severity)!;
        return new LineProblem(worst.Severity, worst.Code, worst.Message, problems.Count - 1);
    }
}
