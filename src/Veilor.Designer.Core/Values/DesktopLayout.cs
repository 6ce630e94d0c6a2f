using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A keyboard layout of graphical desktops by its XKB name, with its variant in brackets: <c>us</c>, <c>de(nodeadkeys)</c>
/// (xkeyboard-config(7)). It is not the name of a console keymap.
/// </summary>
public sealed record DesktopLayout : ITextValue<DesktopLayout>
{
    private const int MaximumLength = 64;

    private const string Allowed = "Write for example us, de or de(nodeadkeys).";

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private DesktopLayout(string layout, string variant) => (Layout, Variant) = (layout, variant);

    /// <summary>The layout: <c>de</c>.</summary>
    public string Layout { get; }

    /// <summary>The variant, or the empty string.</summary>
    public string Variant { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out DesktopLayout? value, out string error)
    {
        text = (text ?? "").Replace(" ", "", StringComparison.Ordinal);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var layout = bracket < 0 ? text : text[..bracket];
        var rest = bracket < 0 ? "" : text[(bracket + 1)..];
        error = Check(layout, rest, bracket >= 0);
        value = error.Length == 0 ? new DesktopLayout(layout, rest.TrimEnd(')')) : null;
        return value is not null;
    }

    public static DesktopLayout Parse(string text) => TextValue.Parse<DesktopLayout>(text);

    public override string ToString() => Variant.Length == 0 ? Layout : $"{Layout}({Variant})";

    private static string Check(string layout, string rest, bool hasVariant)
    {
        if (layout.Length == 0)
        {
            return $"The layout is empty. {Allowed}";
        }

        if (hasVariant && (rest.Length < 2 || !rest.EndsWith(')')))
        {
            return $"The variant stands in one pair of brackets. {Allowed}";
        }

        if (CharacterNames.FirstOutside(layout, Characters) is { } character)
        {
            return $"A layout cannot contain {character}. {Allowed}";
        }

        if (hasVariant && CharacterNames.FirstOutside(rest[..^1], Characters) is { } other)
        {
            return $"A variant cannot contain {other}. {Allowed}";
        }

        if (layout[0] == '-' || (hasVariant && rest[0] == '-'))
        {
            return $"A layout and a variant start with a letter or a digit. {Allowed}";
        }

        return layout.Length + rest.Length > MaximumLength ? $"The name has {layout.Length + rest.Length} characters. {MaximumLength} are allowed." : "";
    }
}
