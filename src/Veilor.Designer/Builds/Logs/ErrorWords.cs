using System.Text.RegularExpressions;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Builds.Logs;

/// <summary>The words by which a line of a build is taken for an error or a warning: build tools mark no levels.</summary>
public static partial class ErrorWords
{
    /// <summary>Parts of the words that <see cref="ReadsLikeError"/> looks for: a line with none of them is no error.</summary>
    public static IReadOnlyList<string> Errors { get; } =
    [
        "error", "fatal", "failed", "failure", "cannot", "unable to", "not found", "no such", "does not exist", "no match for", "no space left",
        "denied", "refused", "not permitted", "timed out", "panic", "dracut[E]", "dracut[F]", "problem: ", "problem 1: ", "target is busy", "resource busy",
    ];

    /// <summary>The same for warnings.</summary>
    public static IReadOnlyList<string> Warnings { get; } = ["warn", "deprecated"];

    /// <summary>True when the text reads like an error. A line that calls itself a warning is none, nor is podman's heading of an instruction, whatever the words in it.</summary>
    public static bool ReadsLikeError(string text) => Complaint().IsMatch(text) && !Harmless().IsMatch(text) && !FailureTranslator.IsHeading(text);

    /// <summary>True when the text reads like a warning or an error.</summary>
    public static bool ReadsLikeWarning(string text) => (Complaint().IsMatch(text) || Warning().IsMatch(text)) && !FailureTranslator.IsHeading(text);

    /// <summary>Words that are a part of a name, such as a package's or a file's, do not count.</summary>
    [GeneratedRegex(
        @"(?<![\w/-])(?:error|fatal|failed|failure|cannot|unable to|not found|no such|does not exist|no match for|no space left|denied|refused|not permitted|timed out|target is busy|resource busy|panic)(?![\w/-]|\.\w)|dracut\[[EF]\]|^ ?Problem(?: 1)?: ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"(?<![\w/-])(?:warn|warnings?|deprecated)(?![\w/-]|\.\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Warning();

    /// <summary>podman's, skopeo's and cosign's log lines carry a level (logrus); rpm, gcc and others begin with the word. A shell's trace shows commands, not their complaints.</summary>
    [GeneratedRegex(
        @"\blevel=(?:warning|info|debug|trace)\b|^\s*(?:warning|warn|info|note|debug)\b\s*[:\[]|^WARN\[|^\++ ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Harmless();
}
