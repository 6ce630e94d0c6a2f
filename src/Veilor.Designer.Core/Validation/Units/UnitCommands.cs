using System.Text;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>
/// The commands of a service. systemd does not start a unit with one that it cannot read: a quote without its end, a specifier that
/// there is not, or a program that is neither a name nor an absolute path (systemd.service(5), COMMAND LINES; tried with
/// systemd-analyze verify of systemd 252 and 262).
/// </summary>
internal static class UnitCommands
{
    private static readonly string[] Keys = ["ExecStart", "ExecStartPre", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost", "ExecCondition"];

    /// <summary>Letters and digits that no release of systemd has as a specifier.</summary>
    private const string NoSpecifiers = "ekxzFKOQXZ0123456789";

    private const string Prefixes = "-@:+!|";

    /// <summary>What is wrong with a command, as the end of a sentence about the unit; null when systemd reads all of them.</summary>
    public static string? Fault(UnitFile unit) =>
        Keys.SelectMany(key => unit.List("Service", key).Select(value => Fault(key, value))).FirstOrDefault(fault => fault is not null);

    private static string? Fault(string key, string value)
    {
        var command = value.TrimStart(Prefixes.ToCharArray());
        if (command.Length == 0 || value[..^command.Length].Contains('-', StringComparison.Ordinal))
        {
            return null;
        }

        if (Words(command) is not { } words)
        {
            return $"has a quote without its end in '{key}={StrayText.Shown(value)}'";
        }

        if (Specifier(command) is { } specifier)
        {
            return $"has '%{specifier}' in '{key}={StrayText.Shown(value)}', which is no specifier of systemd: a percent sign is written %%";
        }

        return Programs(words).FirstOrDefault(program => !IsProgram(program)) is { } wrong
            ? $"runs '{StrayText.Shown(wrong)}' in '{key}=', which is neither a name nor an absolute path: systemd knows no ~, no $ and no folder of its own there"
            : null;
    }

    /// <summary>The first word, and each behind a semicolon that stands alone.</summary>
    private static IEnumerable<string> Programs(List<string> words) =>
        words.Where((word, at) => at == 0 || (string.Equals(words[at - 1], ";", StringComparison.Ordinal) && word.Length > 0)).Select(word => word.TrimStart(Prefixes.ToCharArray()));

    private static bool IsProgram(string word) =>
        word.Length == 0 || word.Contains('%', StringComparison.Ordinal) || (word[0] == '/' ? !word.EndsWith('/') : !word.Contains('/', StringComparison.Ordinal));

    private static char? Specifier(string command)
    {
        for (var at = command.IndexOf('%', StringComparison.Ordinal); at >= 0 && at + 1 < command.Length; at = command.IndexOf('%', Math.Min(at + 2, command.Length)))
        {
            if (NoSpecifiers.Contains(command[at + 1], StringComparison.Ordinal))
            {
                return command[at + 1];
            }
        }

        return null;
    }

    /// <summary>The words of a command, quotes taken off; null with an open quote.</summary>
    private static List<string>? Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        var isWord = false;
        for (var at = 0; at < command.Length; at++)
        {
            var sign = command[at];
            if (sign == '\\' && at + 1 < command.Length)
            {
                word.Append(command[++at]);
                isWord = true;
            }
            else if (quote is not null ? sign == quote : sign is '"' or '\'')
            {
                quote = quote is null ? sign : null;
                isWord = true;
            }
            else if (quote is null && sign is ' ' or '\t')
            {
                if (isWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }

                isWord = false;
            }
            else
            {
                word.Append(sign);
                isWord = true;
            }
        }

        if (isWord)
        {
            words.Add(word.ToString());
        }

        return quote is null ? words : null;
    }
}
