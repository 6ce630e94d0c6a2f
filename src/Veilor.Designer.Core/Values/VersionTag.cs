using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A version that also serves as an image tag: letters, digits, underscores, dots and hyphens, not starting with a dot or
/// hyphen (OCI distribution specification, tag grammar).
/// </summary>
public sealed record VersionTag : ITextValue<VersionTag>
{
    public const int MaximumLength = 128;

    private const string Allowed = "Use letters, digits, dots, hyphens and underscores.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    private readonly string _text;

    private VersionTag(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out VersionTag? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new VersionTag(text) : null;
        return value is not null;
    }

    public static VersionTag Parse(string text) => TextValue.Parse<VersionTag>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The version is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A version cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The version has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return text[0] is '.' or '-' ? $"A version cannot start with '{text[0]}'. {Allowed}" : "";
    }
}
