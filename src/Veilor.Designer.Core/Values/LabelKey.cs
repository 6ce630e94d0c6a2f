using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>The key of a label, such as <c>org.example.team</c>: letters, digits, dots, hyphens, underscores and slashes (OCI image specification, annotations).</summary>
public sealed record LabelKey : ITextValue<LabelKey>
{
    public const int MaximumLength = 128;

    private const string Allowed = "Write a key such as org.example.team.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-");

    private readonly string _text;

    private LabelKey(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out LabelKey? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new LabelKey(text) : null;
        return value is not null;
    }

    public static LabelKey Parse(string text) => TextValue.Parse<LabelKey>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The key is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A key cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The key has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return char.IsAsciiLetterOrDigit(text[0]) ? "" : $"A key starts with a letter or a digit. {Allowed}";
    }
}
