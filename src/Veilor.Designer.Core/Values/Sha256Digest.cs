using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A SHA-256 checksum: 64 hexadecimal digits. Read with or without the prefix <c>sha256:</c> and in either case;
/// the canonical text is the bare lower-case digits, as <c>sha256sum</c> prints them.
/// </summary>
public sealed record Sha256Digest : ITextValue<Sha256Digest>
{
    private const string Prefix = "sha256:";

    private const int DigitCount = 64;

    private Sha256Digest(string hex) => Hex = hex;

    /// <summary>The 64 lower-case digits.</summary>
    public string Hex { get; }

    /// <summary>The form that image references use: <c>sha256:</c> and the digits.</summary>
    public string Prefixed => Prefix + Hex;

    public static bool TryParse(string? text, [NotNullWhen(true)] out Sha256Digest? value, out string error)
    {
        text ??= "";
        error = "";
        value = null;
        var digits = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        if (digits.Length != DigitCount)
        {
            error = $"A SHA-256 checksum has {DigitCount} hexadecimal digits; this has {digits.Length} characters.";
        }
        else if (digits.AsSpan().IndexOfAnyExcept(HexDigits.AnyCase) is >= 0 and var index)
        {
            error = $"A SHA-256 checksum cannot contain {CharacterNames.At(digits, index)}. Only 0 to 9 and a to f are allowed.";
        }
        else
        {
            value = new Sha256Digest(digits.ToLowerInvariant());
        }

        return value is not null;
    }

    public static Sha256Digest Parse(string text) => TextValue.Parse<Sha256Digest>(text);

    public override string ToString() => Hex;
}
