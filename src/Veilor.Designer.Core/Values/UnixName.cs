using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a user or group: a lower-case letter or underscore, then lower-case letters, digits, hyphens and
/// underscores, at most 32 characters. This is what shadow-utils, Anaconda and systemd-sysusers all accept; each
/// alone accepts more.
/// </summary>
public sealed record UnixName : ITextValue<UnixName>
{
    public const int MaximumLength = 32;

    private const string Allowed = "Use lower-case letters a to z, digits, hyphens and underscores.";

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly string _text;

    private UnixName(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out UnixName? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new UnixName(text) : null;
        return value is not null;
    }

    public static UnixName Parse(string text) => TextValue.Parse<UnixName>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The name is empty. {Allowed}";
        }

        if (text.Any(char.IsAsciiLetterUpper))
        {
            return $"A user or group name cannot have capital letters. Write “{text.ToLowerInvariant()}”.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A user or group name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return char.IsAsciiDigit(text[0]) || text[0] == '-'
            ? $"A user or group name starts with a lower-case letter or an underscore.{(text.All(char.IsAsciiDigit) ? " It is given by its name, not by its number." : "")}"
            : "";
    }
}
