using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of an image: lower-case letters, digits and single separators (dot, hyphen, underscore) between them, as a
/// repository component of the OCI distribution specification; it also names files, so 64 characters at most.
/// </summary>
public sealed record ImageName : ITextValue<ImageName>
{
    public const int MaximumLength = 64;

    private const string Allowed = "Use lower-case letters, digits, and single dots, hyphens or underscores between them.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly string _text;

    private ImageName(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageName? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new ImageName(text) : null;
        return value is not null;
    }

    public static ImageName Parse(string text) => TextValue.Parse<ImageName>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The image name is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"An image name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The image name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        for (var i = 0; i < text.Length; i++)
        {
            var isSeparator = !char.IsAsciiLetterOrDigit(text[i]);
            if (isSeparator && (i == 0 || i == text.Length - 1 || !char.IsAsciiLetterOrDigit(text[i - 1])))
            {
                return $"An image name starts and ends with a letter or digit and has single separators. {Allowed}";
            }
        }

        return "";
    }
}
