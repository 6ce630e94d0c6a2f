using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// One line of a sysctl.d file: <c>key = value</c>; <c>-key = value</c>, where a failure is only logged; or
/// <c>-key</c>, which takes the key out of a glob elsewhere. Keys are parted by dots or slashes and may be globs,
/// as sysctl.d(5) of systemd says. Spaces around key and value are dropped.
/// </summary>
public sealed record SysctlSetting : ITextValue<SysctlSetting>
{
    private const string Allowed = "Use letters, digits and . / _ - : @, and the wildcards * ? [ ].";

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-:@/*?[]");

    private readonly string _text;

    private SysctlSetting(string key, string? value, bool ignoresFailure)
    {
        Key = key;
        Value = value;
        IgnoresFailure = ignoresFailure;
        ProcPath = ToProcPath(key);
        _text = (ignoresFailure ? "-" : "") + key + (value is null ? "" : $" = {value}");
    }

    /// <summary>The key as written, without the leading hyphen.</summary>
    public string Key { get; }

    /// <summary>The value, trimmed; null when the line only excludes the key from globs.</summary>
    public string? Value { get; }

    /// <summary>True for a leading hyphen: a kernel without this key is not an error.</summary>
    public bool IgnoresFailure { get; }

    /// <summary>
    /// The path below <c>/proc/sys</c>. When the first separator is a dot, dots part and slashes stand for dots
    /// (<c>net.ipv4.conf.eth0/1.rp_filter</c>); when it is a slash, both are taken as they are.
    /// </summary>
    public string ProcPath { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out SysctlSetting? value, out string error)
    {
        text ??= "";
        value = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? text : text[..equals]).Trim(' ', '\t');
        var hasHyphen = name.StartsWith('-');
        var key = hasHyphen ? name[1..] : name;
        if (equals < 0 && !hasHyphen)
        {
            error = name.Length == 0
                ? "The setting is empty. Write key = value, such as kernel.kptr_restrict = 2."
                : $"The value is missing. Write {name} = value.";
            return false;
        }

        return TryCreate(key, equals < 0 ? null : text[(equals + 1)..], hasHyphen, out value, out error);
    }

    /// <summary>Makes a setting from a key and a value that were entered apart.</summary>
    /// <param name="key">The key without a leading hyphen.</param>
    /// <param name="text">The value; null to exclude the key from globs, which needs <paramref name="ignoresFailure"/>.</param>
    /// <param name="ignoresFailure">Whether a failure is only logged.</param>
    /// <param name="value">The setting, when true is returned.</param>
    /// <param name="error">What is wrong and what is allowed.</param>
    public static bool TryCreate(string key, string? text, bool ignoresFailure, [NotNullWhen(true)] out SysctlSetting? value, out string error)
    {
        value = null;
        text = text?.Trim(' ', '\t');
        error = CheckKey(key);
        error = error.Length > 0 ? error : CheckValue(key, text, ignoresFailure);
        value = error.Length == 0 ? new SysctlSetting(key, text, ignoresFailure) : null;
        return value is not null;
    }

    public static SysctlSetting Parse(string text) => TextValue.Parse<SysctlSetting>(text);

    public override string ToString() => _text;

    private static string ToProcPath(string key)
    {
        var first = key.AsSpan().IndexOfAny('.', '/');
        return first < 0 || key[first] == '/'
            ? key
            : string.Create(key.Length, key, static (path, key) =>
            {
                for (var i = 0; i < path.Length; i++)
                {
                    path[i] = key[i] switch { '.' => '/', '/' => '.', var other => other };
                }
            });
    }

    private static string CheckKey(string key)
    {
        if (key.Length == 0)
        {
            return "The key is empty. Write for example kernel.kptr_restrict.";
        }

        if (CharacterNames.FirstOutside(key, KeyCharacters) is { } character)
        {
            return $"A sysctl key cannot contain {character}. {Allowed}";
        }

        if (key[0] == '-')
        {
            return "A sysctl key has at most one leading hyphen.";
        }

        if (key.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return "Leave out /proc/sys/: write kernel.kptr_restrict or kernel/kptr_restrict.";
        }

        var separator = key.AsSpan().IndexOfAny('.', '/');
        if (separator < 0)
        {
            return $"A sysctl key has at least two parts, such as kernel.{key} or vm.{key}.";
        }

        return key.Split(key[separator]).Any(part => part is "" or "." or ".." or "/" or "//")
            ? "A sysctl key cannot have an empty part between its dots or slashes."
            : "";
    }

    private static string CheckValue(string key, string? text, bool ignoresFailure)
    {
        if (text is null)
        {
            return ignoresFailure ? "" : $"The value is missing. Write {key} = value.";
        }

        if (text.Length == 0)
        {
            return $"The value is empty. Write {key} = value.";
        }

        if (CharacterNames.FirstInvisible(text.Replace('\t', ' '), allowSpace: true) is { } character)
        {
            return $"A sysctl value cannot contain {character}; it stands on one line.";
        }

        return text.Contains('#', StringComparison.Ordinal) ? "A sysctl value cannot contain #: a comment needs a line of its own, and this one would become part of the value."
            : text.Contains(" = ", StringComparison.Ordinal) ? $"The value of {key} holds another “=”. Write one setting a line."
            : "";
    }
}
