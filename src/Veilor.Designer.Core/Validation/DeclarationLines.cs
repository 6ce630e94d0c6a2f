using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// Fields of tmpfiles.d and sysusers.d lines that systemd does not take, though bootc's lint reads the line (tmpfiles.d(5),
/// sysusers.d(5); tried with systemd 252). Of a line with quotes only what stands before them is judged.
/// </summary>
internal static partial class DeclarationLines
{
    private const string WithArgument = "wtThHaAbc";

    private const int ArgumentAt = 6;

    /// <summary>Why systemd-tmpfiles passes over the line, as whole sentences; null when it takes it.</summary>
    public static string? OfTmpfiles(string line)
    {
        var words = Words(line, out var isWhole);
        return words.Count < 2 ? null
            : words[0].Skip(1).Any(char.IsAsciiLetterOrDigit) ? $"the type is one letter, and '{StrayText.Shown(words[0])}' has more, so systemd-tmpfiles passes over the line."
            : words.Count > 2 && words[2] is not "-" && !Mode().IsMatch(words[2]) ? $"'{StrayText.Shown(words[2])}' is no mode in octal digits, so systemd-tmpfiles passes over the line."
            : isWhole && WithArgument.Contains(words[0][0], StringComparison.Ordinal) && (words.Count <= ArgumentAt || words[ArgumentAt] is "-") ? $"a line of type {words[0][0]} needs an argument in its seventh field, so systemd-tmpfiles passes over it."
            : null;
    }

    /// <summary>Why systemd-sysusers ends at the line, as whole sentences; null when it takes it.</summary>
    public static string? OfSysusers(string line)
    {
        var words = Words(line, out _);
        return words.Count < 2 ? null
            : words[0][0] is 'u' or 'g' && char.IsAsciiDigit(words[1][0]) ? $"'{StrayText.Shown(words[1])}' is no name of a user or group. {Ends}"
            : words[0][0] is 'u' or 'g' && words.Count > 2 && !Id().IsMatch(words[2]) ? $"'{StrayText.Shown(words[2])}' is no id: write a number, - or a path. {Ends}"
            : words[0][0] is 'r' && words.Count > 2 && !Range().IsMatch(words[2]) ? $"'{StrayText.Shown(words[2])}' is no range of ids. {Ends}"
            : null;
    }

    private const string Ends = "systemd-sysusers ends there and makes no account, of this file or another.";

    private static List<string> Words(string line, out bool isWhole)
    {
        var quote = line.AsSpan().IndexOfAny('"', '\'');
        isWhole = quote < 0;
        var words = (isWhole ? line : line[..quote]).Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!isWhole && quote > 0 && line[quote - 1] is not (' ' or '\t') && words.Count > 0)
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }

    [GeneratedRegex("^[:~]{0,2}0*[0-7]{1,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mode();

    [GeneratedRegex("^(-|[0-9]+(:[^:]+)?|-:[^:]+|/.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex("^[0-9]+(-[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
