using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// Lines of tmpfiles.d and sysusers.d that bootc's lint cannot read, and those that systemd does not take (bootc, crates/tmpfiles and
/// crates/sysusers; tmpfiles.d(5), sysusers.d(5); tried with systemd 252 and 262).
/// </summary>
internal static partial class DeclarationLines
{
    private const string WithArgument = "wtThHaAbc";

    private const int FieldsBeforeArgument = 6;

    private const int LongestName = 31;

    /// <summary>Why <c>bootc container lint</c> ends the build at the raw line of tmpfiles.d, as whole sentences; null when it reads it.</summary>
    public static string? LintOfTmpfiles(string line) => line.Length > 0 && line.AsSpan().Trim().IsEmpty ? $"a line holds nothing but blanks. {LintEnds}" : null;

    /// <summary>The same of a line of /usr/lib/sysusers.d; it does not look into /etc.</summary>
    public static string? LintOfSysusers(string line)
    {
        if (line.Length > 0 && line.AsSpan().Trim().IsEmpty)
        {
            return $"a line holds nothing but blanks. {LintEnds}";
        }

        return line.StartsWith('#') || Words(line, int.MaxValue) is not [var type, .. var fields] ? null
            : type is "u" or "u!" && fields.Count > 1 && fields[1].Split(':')[0] is not "-" and var user && !LintId().IsMatch(user) ? $"'{StrayText.Shown(fields[1])}' is no id: write a number, - or a path. {LintEnds}"
            : type is "g" && fields.Count > 1 && fields[1] is not "-" && !LintId().IsMatch(fields[1]) ? $"'{StrayText.Shown(fields[1])}' is no id of a group: write a number, - or a path. {LintEnds}"
            : type is "r" && (fields.Count < 2 || !LintRange().IsMatch(fields[1])) ? $"'{StrayText.Shown(line)}' has no range of ids such as 500-900. {LintEnds}"
            : type is "u" or "u!" or "g" && fields.Count == 0 ? $"'{StrayText.Shown(line)}' has no name. {LintEnds}"
            : null;
    }

    /// <summary>Why systemd-tmpfiles passes over the line, as whole sentences; null when it takes it.</summary>
    public static string? OfTmpfiles(string line)
    {
        var words = Words(line, FieldsBeforeArgument, out var argument);
        return words.Count < 2 ? null
            : words[0].Skip(1).Any(char.IsAsciiLetterOrDigit) ? $"the type is one letter, and '{StrayText.Shown(words[0])}' has more, so systemd-tmpfiles passes over the line."
            : words.Count > 2 && words[2] is not "-" && !Mode().IsMatch(words[2]) ? $"'{StrayText.Shown(words[2])}' is no mode in octal digits, so systemd-tmpfiles passes over the line."
            : words.Count > 5 && words[5] is not "-" && !words[5].Contains('%', StringComparison.Ordinal) && !IsAge(words[5]) ? $"'{StrayText.Shown(words[5])}' is no age such as 10d, so systemd-tmpfiles passes over the line."
            : WithArgument.Contains(words[0][0], StringComparison.Ordinal) && argument is "" or "-" ? $"a line of type {words[0][0]} needs an argument in its seventh field, so systemd-tmpfiles passes over it."
            : words[0][0] is 'c' or 'b' && !Device().IsMatch(argument) ? $"'{StrayText.Shown(argument)}' is no device such as 1:3, so systemd-tmpfiles passes over the line."
            : null;
    }

    /// <summary>Why systemd-sysusers ends at the line, as whole sentences; null when it takes it.</summary>
    public static string? OfSysusers(string line)
    {
        var words = Words(line, int.MaxValue);
        return words.Count < 2 || words.Exists(word => word.Contains('%', StringComparison.Ordinal)) ? null
            : words[0].Length > 1 && words[0] is not "u!" ? $"'{StrayText.Shown(words[0])}' is no type: it is u, g, m or r, and u may have a !. {Ends}"
            : words[0][0] switch
            {
                'u' => User(words),
                'g' => WrongName(words[1]) ?? (words.Count > 2 && words[2] is not "-" && !Id().IsMatch(words[2]) ? NoId(words[2]) : null) ?? Id32(words) ?? TooMany(words, 3),
                'm' => WrongName(words[1]) ?? (words.Count > 2 ? WrongName(words[2]) : null) ?? TooMany(words, 3),
                'r' => words[1] is not "-" ? $"'{StrayText.Shown(words[1])}' stands where a range has -. {Ends}"
                    : words.Count < 3 || !Range().IsMatch(words[2]) || IsBackwards(words[2]) ? $"'{StrayText.Shown(words.Count < 3 ? line : words[2])}' is no range of ids such as 500-900. {Ends}"
                    : null,
                _ => null,
            };
    }

    private const string Ends = "systemd-sysusers ends there and makes no account, of this file or another.";

    private const string LintEnds = "bootc container lint reads all of them and ends the build.";

    private static string? User(List<string> words) =>
        WrongName(words[1])
        ?? (words.Count > 2 && words[2] is not "-" ? UserId(words[2]) : null)
        ?? Id32(words)
        ?? (words.Count > 3 && words[3].Contains(':', StringComparison.Ordinal) ? $"'{StrayText.Shown(words[3])}' has a colon, which cannot stand in a description. {Ends}" : null)
        ?? (words.Count > 4 && words[4] is not "-" && !IsPlace(words[4]) ? $"'{StrayText.Shown(words[4])}' stands where the home directory belongs and is no absolute path; a description of several words stands in quotes. {Ends}" : null)
        ?? (words.Count > 5 && words[5] is not "-" && !IsPlace(words[5]) ? $"'{StrayText.Shown(words[5])}' stands where the shell belongs and is no absolute path. {Ends}" : null)
        ?? TooMany(words, 6);

    private static string? UserId(string text)
    {
        var parts = text.Split(':', 2);
        return parts[0].StartsWith('/') || (parts.Length == 1 && Id().IsMatch(text)) ? null
            : parts.Length == 2 && (parts[0] is "-" || Id().IsMatch(parts[0])) && (Number().IsMatch(parts[1]) || WrongName(parts[1]) is null) ? null
            : NoId(text);
    }

    private static string NoId(string text) => $"'{StrayText.Shown(text)}' is no id: write a number, - or a path. {Ends}";

    /// <summary>The ids that the kernel keeps for "none", and those that it cannot count.</summary>
    private static string? Id32(List<string> words) =>
        words.Count > 2 && words[2].Split(':').FirstOrDefault(part => Number().IsMatch(part) && (!uint.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id is ushort.MaxValue or uint.MaxValue)) is { } wrong
            ? $"no account can have the id {StrayText.Shown(wrong)}. {Ends}"
            : null;

    private static string? WrongName(string name) =>
        name.Length > LongestName || !Name().IsMatch(name) ? $"'{StrayText.Shown(name)}' is no name of a user or group. {Ends}" : null;

    private static string? TooMany(List<string> words, int most) =>
        words.Skip(most).FirstOrDefault(word => word is not "-") is { } extra ? $"'{StrayText.Shown(extra)}' stands behind the last field of a line of type {words[0][0]}. {Ends}" : null;

    private static bool IsPlace(string text) => text.StartsWith('/') && !text.Split('/').Contains("..", StringComparer.Ordinal);

    private static bool IsBackwards(string range) =>
        range.Split('-') is [var first, var last] && (!uint.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !uint.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) || from > to);

    /// <summary>An age with what it is measured by: <c>~</c>, letters and a colon may stand before it.</summary>
    private static bool IsAge(string text)
    {
        var age = text.TrimStart('~');
        var colon = age.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 || age[..colon].All(sign => "aAbBcCmM".Contains(sign, StringComparison.Ordinal))) && TimeSpanExpression.IsValid(age[(colon + 1)..]);
    }

    private static List<string> Words(string line, int most) => Words(line, most, out _);

    /// <summary>The words of a line, quotes taken off, and what stands behind them; none of a line with an open quote.</summary>
    private static List<string> Words(string line, int most, out string rest)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        var at = 0;
        for (var isWord = false; at <= line.Length && words.Count < most; at++)
        {
            if (at == line.Length || (quote is null && line[at] is ' ' or '\t' or '\r'))
            {
                if (isWord)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                isWord = false;
                continue;
            }

            isWord = true;
            if (line[at] == '\\' && at + 1 < line.Length)
            {
                word.Append(line[++at]);
            }
            else if (quote == line[at] || (quote is null && line[at] is '"' or '\''))
            {
                quote = quote is null ? line[at] : null;
            }
            else
            {
                word.Append(line[at]);
            }
        }

        rest = at < line.Length ? line[at..].Trim() : "";
        return quote is null ? words : [];
    }

    [GeneratedRegex("^[:~]{0,2}0*[0-7]{1,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mode();

    [GeneratedRegex("^[0-9]+:[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Device();

    [GeneratedRegex("^([0-9]+|/.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex("^[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]+(-[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"^[a-zA-Z_][a-zA-Z0-9_-]*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(\+?[0-9]{1,10}|/.*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LintId();

    [GeneratedRegex(@"^\+?[0-9]{1,10}-\+?[0-9]{1,10}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LintRange();
}
