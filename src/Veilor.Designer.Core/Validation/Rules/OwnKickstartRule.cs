using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The checker reads a kickstart of one's own as pykickstart does, and names what no parser looks at.</summary>
public sealed class OwnKickstartRule() : DesignRule("VD8025", DiagnosticSeverity.Error, "Your kickstart would not be read")
{
    private const int MostProblems = 20;

    private static readonly KickstartReports Reports = new(installer => installer.OwnKickstart);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Installer.OwnKickstart.Length == 0)
        {
            yield break;
        }

        foreach (var problem in ReportOf(input.Design).Errors.Where(problem => !IsMadeThere(problem)).Take(MostProblems))
        {
            yield return Report(DeliveryFields.OwnKickstart.Path, Say(problem.Line, problem.Message));
        }
    }

    /// <summary>True for an included file that only the machine has: a %pre section can write one below /tmp before the line is read.</summary>
    internal static bool IsMadeThere(KickstartProblem problem) =>
        problem.Message.Contains("Unable to open input kickstart file", StringComparison.Ordinal) && problem.Message.Contains("/tmp/", StringComparison.Ordinal);

    /// <summary>A message of the checker as a sentence of one line.</summary>
    internal static string Say(int? line, string message)
    {
        var text = message.ReplaceLineEndings(" ").Trim();
        return $"{(line is { } number ? FormattableString.Invariant($"Line {number}: ") : "")}{text}{(text.EndsWith('.') || text.EndsWith('?') ? "" : ".")}";
    }

    /// <summary>What the checker says to the kickstart, in the dialect of the base.</summary>
    internal static KickstartReport ReportOf(ImageDesign design) => Reports.Of(design);
}
