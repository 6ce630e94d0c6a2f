using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A keyboard layout by its console keymap name, as <c>localectl list-keymaps</c> prints it: <c>us</c>,
/// <c>de-nodeadkeys</c>. systemd and Anaconda derive the graphical layout from it.
/// </summary>
public sealed record KeyboardLayout : ITextValue<KeyboardLayout>
{
    private const int MaximumLength = 64;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-");

    private readonly string _text;

    private KeyboardLayout(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out KeyboardLayout? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new KeyboardLayout(text) : null;
        return value is not null;
    }

    public static KeyboardLayout Parse(string text) => TextValue.Parse<KeyboardLayout>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return "The keyboard layout is empty. Write for example us or de-nodeadkeys.";
        }

        if (text.Contains('(', StringComparison.Ordinal))
        {
            return "A layout with its variant in brackets is the graphical form. Write the console keymap, with a hyphen: us-dvorak.";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A keyboard layout cannot contain {character}. Use the names of console keymaps, such as us or de-nodeadkeys.";
        }

        if (text.Length > MaximumLength)
        {
            return $"The name has {text.Length} characters. {MaximumLength} are allowed.";
        }

        return char.IsAsciiLetterOrDigit(text[0]) ? "" : "A keyboard layout starts with a letter or a digit.";
    }
}
