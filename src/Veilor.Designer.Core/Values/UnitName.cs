using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a systemd unit with its suffix. A name without one is a service, as systemctl reads it:
/// <c>sshd</c> becomes <c>sshd.service</c>. Allowed characters and length are those of systemd.unit(5).
/// </summary>
public sealed record UnitName : ITextValue<UnitName>
{
    private const int MaximumLength = 255;

    private const string DefaultType = "service";

    private static readonly string[] Types =
        ["service", "socket", "device", "mount", "automount", "swap", "target", "path", "timer", "slice", "scope"];

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_.\\@");

    private readonly string _text;

    private UnitName(string text) => _text = text;

    /// <summary>The suffix without its dot: <c>service</c>, <c>timer</c>, <c>target</c>…</summary>
    public string Type => _text[(_text.LastIndexOf('.') + 1)..];

    /// <summary>True for a template such as <c>getty@.service</c>, which is instantiated before it runs.</summary>
    public bool IsTemplate => _text.Contains("@.", StringComparison.Ordinal);

    public static bool TryParse(string? text, [NotNullWhen(true)] out UnitName? value, out string error)
    {
        text ??= "";
        var full = HasType(text) ? text : $"{text}.{DefaultType}";
        error = Check(text, full);
        value = error.Length == 0 ? new UnitName(full) : null;
        return value is not null;
    }

    public static UnitName Parse(string text) => TextValue.Parse<UnitName>(text);

    public override string ToString() => _text;

    private static bool HasType(string text) =>
        text.LastIndexOf('.') is >= 0 and var dot && Types.Contains(text[(dot + 1)..], StringComparer.Ordinal);

    private static string Check(string text, string full)
    {
        if (text.Length == 0)
        {
            return "The unit name is empty. Write for example sshd.service or fstrim.timer.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A unit name cannot contain {character}. Use letters, digits and : - _ . \\ @.";
        }

        if (full.Length > MaximumLength)
        {
            return $"The unit name has {full.Length} characters with its suffix. {MaximumLength} are allowed.";
        }

        return text[0] switch
        {
            '-' => "A unit name cannot start with a hyphen here; systemctl would read it as an option.",
            '.' or '@' => $"The name before “{text[0]}” is missing. Write for example sshd.service or getty@tty2.service.",
            _ when text.EndsWith('.') => "A unit name cannot end with a dot. Write the suffix after it, such as service or timer.",
            _ => "",
        };
    }
}
