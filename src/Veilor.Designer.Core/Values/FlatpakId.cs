using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The id of a Flatpak application such as <c>org.mozilla.firefox</c>: at least three parts of letters, digits, underscores
/// and, in the last part, hyphens; no part starts with a digit (flatpak, flatpak_is_valid_name).
/// </summary>
public sealed record FlatpakId : ITextValue<FlatpakId>
{
    public const int MaximumLength = 255;

    private const string Allowed = "Write an id such as org.mozilla.firefox.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    private readonly string _text;

    private FlatpakId(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out FlatpakId? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new FlatpakId(text) : null;
        return value is not null;
    }

    public static FlatpakId Parse(string text) => TextValue.Parse<FlatpakId>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (IdText.Check(text, Characters, MaximumLength, Allowed) is { Length: > 0 } problem)
        {
            return problem;
        }

        var parts = text.Split('.');
        if (parts.Length < 3)
        {
            return $"An id has at least three parts between dots. {Allowed}";
        }

        if (Array.Exists(parts, part => part.Length == 0 || char.IsAsciiDigit(part[0])))
        {
            return $"A part of an id is not empty and does not start with a digit. {Allowed}";
        }

        return Array.Exists(parts[..^1], part => part.Contains('-', StringComparison.Ordinal)) || parts[^1][0] == '-'
            ? $"Only the last part of an id may hold a hyphen, and not at its start. {Allowed}"
            : "";
    }
}
