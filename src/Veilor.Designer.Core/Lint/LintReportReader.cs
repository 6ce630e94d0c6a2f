using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Lint;

/// <summary>
/// Reads what <c>bootc container lint</c> printed, out of the log of the step that ran it, be it <c>podman run</c> or the last RUN of
/// <c>podman build</c>. Feed it the lines of one stream in order; two streams need two readers, since their lines mix.
/// </summary>
public sealed partial class LintReportReader
{
    private readonly List<(string Name, LintLevel Level, List<string> Details, long Line)> _findings = [];
    private bool _isInFinding;
    private int? _passed;
    private int _skipped;

    /// <summary>True when a line of the lint was among what was read.</summary>
    public bool HasSeenLint => _passed is not null || _findings.Count > 0;

    /// <summary>Takes the next line.</summary>
    /// <param name="number">Its number in the log, from 1.</param>
    /// <param name="text">Its text, without colours.</param>
    public void Add(long number, string text)
    {
        if (Finding().Match(text) is { Success: true } finding)
        {
            var level = finding.Groups["level"].Value.StartsWith("Failed", StringComparison.Ordinal) ? LintLevel.Fatal : LintLevel.Warning;
            _findings.Add((finding.Groups["name"].Value, level, [finding.Groups["text"].Value], number));
            _isInFinding = true;
        }
        else if (Count().Match(text) is { Success: true } count)
        {
            _isInFinding = false;
            var value = int.Parse(count.Groups["count"].Value, CultureInfo.InvariantCulture);
            if (count.Groups["what"].Value == "passed")
            {
                _passed = value;
            }
            else
            {
                _skipped = value;
            }
        }
        else if (End().IsMatch(text))
        {
            _isInFinding = false;
        }
        else if (_isInFinding && text.Trim().Length > 0)
        {
            _findings[^1].Details.Add(text.Trim());
        }
    }

    /// <summary>Puts what the readers of one run's streams have seen together; null when none saw a lint.</summary>
    public static LintReport? Report(params IReadOnlyList<LintReportReader> readers)
    {
        if (!readers.Any(reader => reader.HasSeenLint))
        {
            return null;
        }

        var findings = readers.SelectMany(reader => reader._findings)
            .OrderByDescending(finding => finding.Level)
            .ThenBy(finding => finding.Line)
            .Select(finding =>
            {
                var check = LintChecks.Find(finding.Name);
                return new LintFinding(finding.Name, finding.Level, finding.Details.ToEquatableArray(), check.Cause, check.Fix, check.Field, finding.Line);
            });
        return new LintReport(findings.ToEquatableArray(), readers.Sum(reader => reader._passed ?? 0), readers.Sum(reader => reader._skipped));
    }

    [GeneratedRegex(@"^(?:error: )?(?<level>Failed lint|Lint warning): (?<name>[a-z0-9-]+): ?(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Finding();

    [GeneratedRegex(@"^Checks (?<what>passed|skipped): (?<count>\d{1,6})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Count();

    [GeneratedRegex(@"^(Warnings: |error: |Error: |(\[\d+/\d+\] )?STEP \d|COMMIT|--> |time=)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex End();
}
