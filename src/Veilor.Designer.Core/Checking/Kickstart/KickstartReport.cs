using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>What the real validator says to a kickstart, and what it does not look at.</summary>
/// <param name="Verdict">Reject when there is any error.</param>
/// <param name="Errors">All that could be found; the real parser stops at the first.</param>
/// <param name="Warnings">The parser's own: things defined twice, deprecated options and commands.</param>
/// <param name="Traps">What no parser checks and an installation stumbles over, in order of line.</param>
public sealed record KickstartReport(
    CheckVerdict Verdict,
    EquatableArray<KickstartProblem> Errors,
    EquatableArray<string> Warnings,
    EquatableArray<CheckTrap> Traps);
