using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A host name as systemd and Anaconda accept it: labels of ASCII letters, digits and inner hyphens (RFC 1123),
/// separated by dots, at most 64 characters in all (Linux HOST_NAME_MAX, below the 253 of the DNS).
/// </summary>
public sealed record Hostname : ITextValue<Hostname>
{
    public const int MaximumLength = 64;

    private const int MaximumLabelLength = 63;

    private const string Allowed = "Use letters a to z, digits, hyphens, and dots between the parts.";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    private readonly string _text;

    private Hostname(string text) => _text = text;

    /// <summary>The part before the first dot.</summary>
    public string ShortName => _text.Split('.', 2)[0];

    public static bool TryParse(string? text, [NotNullWhen(true)] out Hostname? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new Hostname(text) : null;
        return value is not null;
    }

    public static Hostname Parse(string text) => TextValue.Parse<Hostname>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The host name is empty. {Allowed}";
        }

        if (CharacterNames.FirstOutside(text, Characters) is { } character)
        {
            return $"A host name cannot contain {character}. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The host name has {text.Length} characters. Linux allows {MaximumLength}.";
        }

        foreach (var label in text.Split('.'))
        {
            if (label.Length == 0)
            {
                return "A host name cannot start or end with a dot, or have two dots in a row.";
            }

            if (label.Length > MaximumLabelLength)
            {
                return $"The part “{label}” has {label.Length} characters. {MaximumLabelLength} are allowed between dots.";
            }

            if (label[0] == '-' || label[^1] == '-')
            {
                return $"The part “{label}” starts or ends with a hyphen. Hyphens may only stand inside a part.";
            }
        }

        return text.Split('.') is { Length: 4 } parts && Array.TrueForAll(parts, part => part.All(char.IsAsciiDigit))
            ? "That is an IP address. A host name needs at least one letter."
            : "";
    }
}
