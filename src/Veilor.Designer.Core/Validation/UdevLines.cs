namespace Veilor.Designer.Core.Validation;

/// <summary>Lines of udev's rules, read as udev does (udev(7); systemd, udev-rules.c).</summary>
internal static class UdevLines
{
    private static readonly string[] Keys =
    [
        "ACTION", "DEVPATH", "KERNEL", "KERNELS", "NAME", "SYMLINK", "SUBSYSTEM", "SUBSYSTEMS", "DRIVER", "DRIVERS", "ATTR", "ATTRS", "SYSCTL", "ENV", "CONST", "TAG", "TAGS", "TEST", "PROGRAM", "RESULT", "IMPORT", "OWNER", "GROUP",
        "MODE", "SECLABEL", "RUN", "LABEL", "GOTO", "OPTIONS",
    ];

    private static readonly string[] Operators = ["==", "!=", "+=", "-=", ":=", "="];

    /// <summary>Why udev passes over the line, as the end of a sentence about it; null when it reads it.</summary>
    public static string? Problem(string line)
    {
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
            if (rest.Length > 0 && rest[0] == '{')
            {
                var close = rest.IndexOf('}');
                if (close < 0)
                {
                    return $"the brace behind {key} has no end, so udev passes over the line";
                }

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

            rest = rest[(at + 1)..];
        }

        return null;
    }

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
