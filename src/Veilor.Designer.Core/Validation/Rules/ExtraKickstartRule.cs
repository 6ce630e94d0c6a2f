using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The checker reads the kickstart lines of one's own as pykickstart does. Commands that it does not know and sections
/// without an end have rules of their own, and so have files that it cannot open.
/// </summary>
public sealed class ExtraKickstartRule() : DesignRule("VD8028", DiagnosticSeverity.Error, "Your kickstart lines would not be read")
{
    private const int MostProblems = 20;

    internal static readonly KickstartReports Reports = new(installer => installer.ExtraKickstart);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var installer = input.Design.Installer;
        return installer.ExtraKickstart.Length == 0 || installer.OwnKickstart.Length > 0
            ? []
            : Reports.Of(input.Design).Errors
                .Where(problem => !problem.Message.Contains("Unknown command", StringComparison.Ordinal) && !problem.Message.Contains("%end", StringComparison.Ordinal)
                    && !problem.Message.Contains("Unable to open input kickstart file", StringComparison.Ordinal))
                .Take(MostProblems)
                .Select(problem => Report(DeliveryFields.ExtraKickstart.Path, OwnKickstartRule.Say(problem.Line, problem.Message)));
    }
}
