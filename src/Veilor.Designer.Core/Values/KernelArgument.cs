using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// One argument of the kernel command line: <c>key</c> or <c>key=value</c>. A value with blanks stands in double
/// quotes, as the kernel's own parser reads it (<c>lib/cmdline.c</c>, next_arg). Printable ASCII only: that parser
/// takes the byte A0 for a blank, so UTF-8 text can be torn apart.
/// </summary>
public sealed record KernelArgument : ITextValue<KernelArgument>
{
    /// <summary>The length of the whole command line on x86 (COMMAND_LINE_SIZE); one argument cannot be longer.</summary>
    public const int MaximumLength = 2047;

    private static readonly SearchValues<char> Printable = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    private readonly string _text;

    private KernelArgument(string key, string? value)
    {
        Key = key;
        Value = value;
        NormalizedKey = key.Replace('-', '_');
        _text = value switch
        {
            null => key,
            _ when value.Contains(' ', StringComparison.Ordinal) => $"{key}=\"{value}\"",
            _ => $"{key}={value}",
        };
    }

    /// <summary>What stands before the first <c>=</c>, as written.</summary>
    public string Key { get; }

    /// <summary>What stands after it, without quotes; null for an argument without <c>=</c>.</summary>
    public string? Value { get; }

    /// <summary>The key with underscores for hyphens; the kernel takes both for the same.</summary>
    public string NormalizedKey { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out KernelArgument? value, out string error)
    {
        text ??= "";
        value = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? text : text[..equals];
        var quoted = equals < 0 ? null : text[(equals + 1)..];

        error = CheckCharacters(text);
        error = error.Length > 0 ? error : CheckKey(key);
        error = error.Length > 0 ? error : CheckValue(quoted);
        if (error.Length == 0)
        {
            value = new KernelArgument(key, IsQuoted(quoted) ? quoted![1..^1] : quoted);
        }

        return value is not null;
    }

    public static KernelArgument Parse(string text) => TextValue.Parse<KernelArgument>(text);

    /// <summary>The argument as it stands on the command line; quotes only where the value has blanks.</summary>
    public override string ToString() => _text;

    private static bool IsQuoted(string? value) => value is ['"', .., '"'];

    private static string CheckCharacters(string text)
    {
        if (text.Length == 0)
        {
            return "The argument is empty. Write a key, or a key and a value: quiet, or lockdown=integrity.";
        }

        if (CharacterNames.FirstOutside(text, Printable) is { } character)
        {
            return $"A kernel argument cannot contain {character}. Only printable ASCII characters are allowed.";
        }

        return text.Length > MaximumLength
            ? $"The argument has {text.Length} characters. The whole kernel command line has room for {MaximumLength}."
            : "";
    }

    private static string CheckKey(string key)
    {
        if (key.Length == 0)
        {
            return "The key before “=” is missing. Write key=value.";
        }

        if (string.Equals(key, "--", StringComparison.Ordinal))
        {
            return "“--” ends the kernel's arguments; what follows goes to the init process. It cannot be an argument.";
        }

        if (key.Contains(' ', StringComparison.Ordinal))
        {
            return "A blank separates arguments. Enter one argument at a time; only a value in double quotes may have blanks: key=\"a b\".";
        }

        return key.Contains('"', StringComparison.Ordinal)
            ? "The key cannot contain a double quote. Only a whole value may be quoted: key=\"a b\"."
            : "";
    }

    private static string CheckValue(string? value)
    {
        if (value is null)
        {
            return "";
        }

        var inner = IsQuoted(value) ? value[1..^1] : value;
        if (inner.Contains('"', StringComparison.Ordinal))
        {
            return "Double quotes must enclose the whole value, and cannot stand inside it: key=\"a b\".";
        }

        return !IsQuoted(value) && value.Contains(' ', StringComparison.Ordinal)
            ? "A value with blanks needs double quotes: key=\"a b\". Separate arguments are entered one at a time."
            : "";
    }
}
