using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation;

/// <summary>The here documents of an instruction, which newer builders read behind it (Containerfile(5)).</summary>
internal static partial class ContainerfileHeredocs
{
    /// <summary>The words that end them, in order.</summary>
    /// <param name="keyword">In capitals.</param>
    /// <param name="arguments">The rest, on one line.</param>
    public static IEnumerable<string> Of(string keyword, string arguments) =>
        keyword is "RUN" or "COPY" or "ADD" && arguments.Contains("<<", StringComparison.Ordinal)
            ? Heredoc().Matches(new QuotedText(arguments).Replaced()).Select(match => match.Groups["word"].Value)
            : [];

    /// <summary>How many lines from here on are here documents of the instruction; 0 where one does not end, and is none.</summary>
    /// <param name="keyword">In capitals.</param>
    /// <param name="arguments">The rest, on one line.</param>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="first">The line behind the instruction.</param>
    public static int Length(string keyword, string arguments, string[] lines, int first)
    {
        var next = first;
        foreach (var word in Of(keyword, arguments))
        {
            var end = Array.FindIndex(lines, next, line => string.Equals(line.Trim(), word, StringComparison.Ordinal));
            if (end < 0)
            {
                return 0;
            }

            next = end + 1;
        }

        return next - first;
    }

    [GeneratedRegex("""(?<!<)<<-?\s*["'\\]?(?<word>[A-Za-z_][\w.-]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Heredoc();
}
