using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Lint;

/// <summary>What <c>bootc container lint</c> said of an image.</summary>
/// <param name="Findings">Fatal ones first.</param>
/// <param name="Passed">How many checks passed.</param>
/// <param name="Skipped">How many were skipped.</param>
public sealed record LintReport(EquatableArray<LintFinding> Findings, int Passed, int Skipped)
{
    public int Fatal => Findings.Count(finding => finding.Level == LintLevel.Fatal);

    public int Warnings => Findings.Count(finding => finding.Level == LintLevel.Warning);
}
