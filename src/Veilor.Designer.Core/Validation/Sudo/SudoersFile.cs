using System.Text;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Sudo;

/// <summary>
/// Rules for sudo, read far enough to find the lines that sudo cannot (sudoers(5); compared with visudo of sudo 1.9.13).
/// What is read otherwise in some release, or too rare to be worth it (digests, regular expressions, quotes inside
/// commands), is not judged.
/// </summary>
public static partial class SudoersFile
{
    /// <summary>The first line that sudo cannot read and why, as the end of a sentence about it; null when there is none.</summary>
    public static (string Line, string Fault)? Fault(string text) =>
        Lines(text).Select(line => (line, Of(line))).FirstOrDefault(each => each.Item2 is not null) is { Item2: { } fault } found ? (found.line, fault) : null;

    /// <summary>The lines that say something, joined where a backslash ends one, without comments.</summary>
    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(WithoutComment).Where(line => line.Length > 0);

    /// <summary>A number sign in front of a digit is an id, and one in front of include is an instruction.</summary>
    private static string WithoutComment(string line)
    {
        var trimmed = line.Trim();
        if (Include().IsMatch(trimmed))
        {
            return trimmed;
        }

        var kept = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (trimmed[i] == '#' && !isQuoted && !(i + 1 < trimmed.Length && char.IsAsciiDigit(trimmed[i + 1])))
            {
                break;
            }

            isQuoted ^= trimmed[i] == '"';
            kept.Append(trimmed[i]);
            if (trimmed[i] == '\\' && i + 1 < trimmed.Length)
            {
                kept.Append(trimmed[++i]);
            }
        }

        return kept.ToString().Trim();
    }

    private static string? Of(string line) =>
        line.StartsWith("@inc", StringComparison.Ordinal) ? Include().IsMatch(line) ? null : "sudo knows @include and @includedir alone"
        : line.Count(c => c == '"') % 2 != 0 ? "has a quote without its end"
        : Include().IsMatch(line) || Defaults().IsMatch(line) ? null
        : Alias().Match(line) is { Success: true } alias ? AliasFault(alias.Groups["kind"].Value, line[alias.Length..])
        : new SudoersSpecification(line).Fault();

    private static string? AliasFault(string kind, string definitions)
    {
        foreach (var definition in AliasSeparator().Split(definitions))
        {
            if (!Definition().IsMatch(definition))
            {
                return "is no NAME = LIST, with a name of capital letters";
            }

            var list = definition[(definition.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (kind is "Cmnd" or "Cmd" && new SudoersSpecification(list).CommandsFault() is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[@#]include(dir)?\s+\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Include();

    [GeneratedRegex(@"^Defaults([@:!>]\s*[^\s=]+)?\s+\S", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Defaults();

    [GeneratedRegex(@"^(?<kind>User|Runas|Host|Cmnd|Cmd)_Alias(?=\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Alias();

    [GeneratedRegex(@"\s:\s", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AliasSeparator();

    [GeneratedRegex(@"^\s*[A-Z][A-Z0-9_]*\s*=\s*\S", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();
}
