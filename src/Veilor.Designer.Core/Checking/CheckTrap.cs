using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking;

/// <summary>
/// Something the real tool takes without a word and that is still not what the author meant: a typo swallowed,
/// a key without effect, a value nobody checks. A trap never changes the verdict.
/// </summary>
/// <param name="Rule">A stable name in kebab-case, one for each rule.</param>
/// <param name="Severity">How bad the outcome is.</param>
/// <param name="Message">What is wrong here, with the values at hand.</param>
/// <param name="Reason">Why the tool does not say so, or what happens instead.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 code units.</param>
public sealed record CheckTrap(
    string Rule,
    DiagnosticSeverity Severity,
    string Message,
    string Reason,
    int Line,
    int Column);
