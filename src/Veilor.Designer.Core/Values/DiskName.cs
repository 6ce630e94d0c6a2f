using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A disk as a kickstart names it: the path below /dev, such as <c>sda</c>, <c>nvme0n1</c> or <c>disk/by-id/ata-X</c>.
/// </summary>
public sealed record DiskName : ITextValue<DiskName>
{
    public const int MaximumLength = 200;

    private const string Allowed = "Write the name below /dev, such as sda, nvme0n1 or disk/by-id/NAME.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/:");

    private readonly string _text;

    private DiskName(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out DiskName? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new DiskName(text) : null;
        return value is not null;
    }

    public static DiskName Parse(string text) => TextValue.Parse<DiskName>(text);

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

        return text[0] is '.' or '-' or '/' || text[^1] == '/' || text.Contains("..", StringComparison.Ordinal) ? $"A disk name is a path below /dev without .. and without a slash at either end. {Allowed}" : "";
    }
}
