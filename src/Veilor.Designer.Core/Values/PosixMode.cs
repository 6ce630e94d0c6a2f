using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The mode of a file as four octal digits, the first 0: <c>0644</c>. Setuid, setgid and sticky bits are not given to a
/// file that an image adds.
/// </summary>
public sealed record PosixMode : ITextValue<PosixMode>
{
    public const int MaximumLength = 4;

    private const string Allowed = "Write four octal digits starting with 0, such as 0600.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("01234567");

    private readonly string _text;

    private PosixMode(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PosixMode? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new PosixMode(text) : null;
        return value is not null;
    }

    public static PosixMode Parse(string text) => TextValue.Parse<PosixMode>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The mode is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A mode cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The mode has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return text.Length != 4 ? $"A mode has four digits. {Allowed}"
            : text[0] != '0' ? $"The first digit {text[0]} asks for setuid, setgid or the sticky bit. A file that the design adds gets none of them: a program that runs as root for everyone belongs into a package. {Allowed}"
            : "";
    }
}
