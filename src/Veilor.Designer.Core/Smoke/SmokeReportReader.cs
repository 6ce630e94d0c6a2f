using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Smoke;

/// <summary>Reads what <c>test/inside-image.sh</c> prints: the Test Anything Protocol with the field behind a number sign.</summary>
public sealed partial class SmokeReportReader
{
    private readonly List<SmokeResult> _results = [];
    private int _planned;

    /// <summary>Takes the next line of standard output.</summary>
    /// <param name="number">Its number in the log, from 1.</param>
    /// <param name="text">Its text.</param>
    public void Add(long number, string text)
    {
        if (Plan().Match(text) is { Success: true } plan)
        {
            _planned = int.Parse(plan.Groups["count"].Value, CultureInfo.InvariantCulture);
        }
        else if (Result().Match(text) is { Success: true } result)
        {
            var skipped = result.Groups["skip"];
            var outcome = skipped.Success ? SmokeOutcome.Skipped
                : result.Groups["not"].Success ? SmokeOutcome.Failed : SmokeOutcome.Passed;
            _results.Add(new SmokeResult(
                int.Parse(result.Groups["number"].Value, CultureInfo.InvariantCulture),
                result.Groups["title"].Value,
                outcome,
                result.Groups["field"].Value,
                skipped.Value,
                number));
        }
        else if (text.StartsWith("#   ", StringComparison.Ordinal) && _results is [.., { Outcome: SmokeOutcome.Failed } last])
        {
            _results[^1] = last with { Found = last.Found.Length == 0 ? text[4..] : $"{last.Found}\n{text[4..]}" };
        }
    }

    /// <summary>What was read; null when there was no plan, so that the script did not begin.</summary>
    public SmokeReport? Report() => _planned == 0 ? null : new SmokeReport(_results.ToEquatableArray(), _planned);

    [GeneratedRegex(@"^1\.\.(?<count>\d{1,6})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(?<not>not )?ok (?<number>\d{1,6}) - (?<title>.*?) # (SKIP (?<skip>.*?) in )?(?<field>[a-z_]+(\.[a-z_]+)?(\[.*\])?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Result();
}
