using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation;

/// <summary>Lines of udev's rules, read as udev does (udev(7); systemd, udev-rules.c; tried with udevadm verify of systemd 262).</summary>
internal static partial class UdevLines
{
    private static readonly string[] Keys =
    [
        "ACTION", "DEVPATH", "KERNEL", "KERNELS", "NAME", "SYMLINK", "SUBSYSTEM", "SUBSYSTEMS", "DRIVER", "DRIVERS", "ATTR", "ATTRS", "SYSCTL", "ENV", "CONST", "TAG", "TAGS", "TEST", "PROGRAM", "RESULT", "IMPORT", "OWNER", "GROUP",
        "MODE", "SECLABEL", "RUN", "LABEL", "GOTO", "OPTIONS",
    ];

    private static readonly string[] Operators = ["==", "!=", "+=", "-=", ":=", "="];

    /// <summary>Keys that ask and set nothing.</summary>
    private static readonly string[] Asking = ["ACTION", "DEVPATH", "KERNEL", "KERNELS", "SUBSYSTEM", "SUBSYSTEMS", "DRIVER", "DRIVERS", "ATTRS", "TAGS", "CONST", "RESULT", "TEST"];

    /// <summary>Keys that set and ask nothing.</summary>
    private static readonly string[] Setting = ["OWNER", "GROUP", "MODE", "SECLABEL", "RUN", "OPTIONS", "LABEL", "GOTO"];

    private static readonly string[] WithAttribute = ["ATTR", "ATTRS", "SYSCTL", "ENV", "CONST", "IMPORT", "SECLABEL"];

    /// <summary>Keys that may have an attribute besides those that need one.</summary>
    private static readonly string[] MayHaveAttribute = ["TEST", "RUN"];

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["RUN"] = ["program", "builtin"],
        ["IMPORT"] = ["program", "builtin", "file", "db", "cmdline", "parent"],
        ["CONST"] = ["arch", "virt", "cvm"],
    };

    private static readonly string[] Options = ["watch", "nowatch", "db_persist", "dump", "dump-json", "string_escape=none", "string_escape=replace"];

    private static readonly string[] OptionsWithValue = ["static_node=", "link_priority=", "log_level="];

    /// <summary>What a rule asks or sets.</summary>
    /// <param name="Key">Its name, such as ATTR.</param>
    /// <param name="Attribute">What stands in braces behind it; null without braces.</param>
    /// <param name="Sign">The operator.</param>
    /// <param name="Value">What stands in the quotes.</param>
    private readonly record struct Token(string Key, string? Attribute, string Sign, string Value)
    {
        public bool IsQuestion => Sign is "==" or "!=";
    }

    /// <summary>The first jump of the file to a label that no later line has; null when there is none.</summary>
    public static string? LostJump(IReadOnlyList<string> lines)
    {
        var tokens = lines.Select(line => Problem(line, out var found) is null ? found : []).ToList();
        return tokens.SelectMany((line, index) => line.Where(token => token.Key is "GOTO").Select(token => (token.Value, index)))
            .FirstOrDefault(jump => !tokens.Skip(jump.index + 1).Any(line => line.Exists(token => token.Key is "LABEL" && string.Equals(token.Value, jump.Value, StringComparison.Ordinal)))).Value;
    }

    /// <summary>Why udev passes over the line, as the end of a sentence about it; null when it reads it.</summary>
    public static string? Problem(string line) => Problem(line, out _);

    private static string? Problem(string line, out List<Token> tokens)
    {
        tokens = [];
        var rest = line.AsSpan().Trim();
        while (rest.Length > 0)
        {
            rest = rest.TrimStart(" \t,");
            if (rest.Length == 0)
            {
                break;
            }

            var end = rest.IndexOfAny("=!+-:{ \t");
            var key = (end < 0 ? rest : rest[..end]).ToString();
            if (Array.IndexOf(Keys, key) < 0)
            {
                return $"'{StrayText.Shown(key.Length > 0 ? key : rest.ToString())}' is no key of a udev rule, so udev passes over the line";
            }

            rest = rest[key.Length..];
            string? attribute = null;
            if (rest.Length > 0 && rest[0] == '{')
            {
                var close = rest.IndexOf('}');
                if (close < 0)
                {
                    return $"the brace behind {key} has no end, so udev passes over the line";
                }

                attribute = rest[1..close].ToString();
                rest = rest[(close + 1)..];
            }

            rest = rest.TrimStart(" \t");
            var sign = OperatorOf(rest);
            if (sign is null)
            {
                return $"{key} has no operator such as == or =, so udev passes over the line";
            }

            rest = rest[sign.Length..].TrimStart(" \t");
            if (rest.Length > 1 && rest[0] is 'e' or 'i' && rest[1] == '"')
            {
                rest = rest[1..];
            }

            if (rest.Length == 0 || rest[0] != '"')
            {
                return $"the value of {key} stands in no double quotes, so udev passes over the line";
            }

            var at = 1;
            while (at < rest.Length && rest[at] != '"')
            {
                at += rest[at] == '\\' && at + 1 < rest.Length ? 2 : 1;
            }

            if (at >= rest.Length)
            {
                return $"the value of {key} has no closing quote, so udev passes over the line";
            }

            var token = new Token(key, attribute, sign, rest[1..at].ToString());
            if (Fault(token) is { } fault)
            {
                return fault;
            }

            tokens.Add(token);
            rest = rest[(at + 1)..];
        }

        return tokens.Count > 0 && tokens.TrueForAll(token => token.IsQuestion && token.Key is not ("PROGRAM" or "IMPORT")) ? "the line asks and sets nothing, so it has no effect" : null;
    }

    private static string? Fault(Token token) =>
        Array.IndexOf(Asking, token.Key) >= 0 && !token.IsQuestion ? $"{token.Key} can only be asked with == and !=, so udev passes over the line"
        : Array.IndexOf(Setting, token.Key) >= 0 && token.IsQuestion ? $"{token.Key} can only be set with = and the like, so udev passes over the line"
        : token.Attribute is not { Length: > 0 } && Array.IndexOf(WithAttribute, token.Key) >= 0 ? $"{token.Key} needs a name in braces, such as {Example(token.Key)}, so udev passes over the line"
        : token.Attribute is not null && Array.IndexOf(WithAttribute, token.Key) < 0 && Array.IndexOf(MayHaveAttribute, token.Key) < 0 ? $"{token.Key} takes nothing in braces, so udev passes over the line"
        : token.Attribute is { Length: > 0 } attribute && Attributes.TryGetValue(token.Key, out var known) && Array.IndexOf(known, attribute) < 0 ? $"{token.Key} has no '{StrayText.Shown(attribute)}' but {string.Join(", ", known)}, so udev passes over the line"
        : token.Key is "OPTIONS" && Array.IndexOf(Options, token.Value) < 0 && !Array.Exists(OptionsWithValue, each => token.Value.StartsWith(each, StringComparison.Ordinal)) ? $"OPTIONS has no '{StrayText.Shown(token.Value)}', so udev passes over it"
        : token.Key is "MODE" && !token.Value.AsSpan().ContainsAny('%', '$') && !ModeForm().IsMatch(token.Value) ? $"'{StrayText.Shown(token.Value)}' is no mode in octal digits, so udev passes over it"
        : null;

    private static string Example(string key) => key switch
    {
        "ATTR" or "ATTRS" => $"{key}{{idVendor}}",
        "ENV" => "ENV{ID_BUS}",
        "IMPORT" => "IMPORT{program}",
        "CONST" => "CONST{arch}",
        "SECLABEL" => "SECLABEL{selinux}",
        _ => "SYSCTL{kernel/hostname}",
    };

    [GeneratedRegex("^[0-7]{1,5}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ModeForm();

    private static string? OperatorOf(ReadOnlySpan<char> text)
    {
        foreach (var each in Operators)
        {
            if (text.StartsWith(each, StringComparison.Ordinal))
            {
                return each;
            }
        }

        return null;
    }
}
