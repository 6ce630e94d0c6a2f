using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A short name for a partition, subvolume, theme or content set: letters, digits, dots, hyphens and underscores. It becomes
/// a btrfs label or a member name in a kickstart.
/// </summary>
public sealed record VolumeName : ITextValue<VolumeName>
{
    public const int MaximumLength = 64;

    private const string Allowed = "Use letters, digits, dots, hyphens and underscores.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    private readonly string _text;

    private VolumeName(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out VolumeName? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new VolumeName(text) : null;
        return value is not null;
    }

    public static VolumeName Parse(string text) => TextValue.Parse<VolumeName>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The name is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return text[0] is '.' or '-' ? $"A name cannot start with '{text[0]}'. {Allowed}" : "";
    }
}
