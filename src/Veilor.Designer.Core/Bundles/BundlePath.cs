using System.Diagnostics.CodeAnalysis;
using System.Text;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Bundles;

/// <summary>
/// The path of a file inside a bundle: relative, with forward slashes, in canonical form. It cannot leave the
/// folder it is unpacked into, and has no part <c>.git</c>, which git would refuse and which could carry hooks.
/// </summary>
public sealed record BundlePath : ITextValue<BundlePath>
{
    /// <summary>PATH_MAX of Linux, less the terminator; in UTF-8 bytes.</summary>
    private const int MaximumLength = 4095;

    /// <summary>NAME_MAX of Linux; in UTF-8 bytes.</summary>
    private const int MaximumPartLength = 255;

    private readonly string _text;

    private BundlePath(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out BundlePath? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new BundlePath(text) : null;
        return value is not null;
    }

    public static BundlePath Parse(string text) => TextValue.Parse<BundlePath>(text);

    /// <summary>True when the path may stand in a bundle.</summary>
    public static bool IsSafe(string? path) => TryParse(path, out _, out _);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return "The path is empty.";
        }

        if (text[0] == '/')
        {
            return "The path starts with a slash; it must be relative to the bundle.";
        }

        if (text.Contains('\\', StringComparison.Ordinal))
        {
            return "The path has a backslash; parts are separated by forward slashes.";
        }

        if (text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || UnicodeText.IsInvisible(rune)))
        {
            return "The path has a character that cannot be seen, or that is no valid Unicode.";
        }

        if (Encoding.UTF8.GetByteCount(text) > MaximumLength)
        {
            return $"The path is longer than {MaximumLength} bytes.";
        }

        foreach (var part in text.Split('/'))
        {
            switch (part)
            {
                case "":
                    return "The path has an empty part; slashes stand only between names.";
                case "." or "..":
                    return $"The path has the part “{part}”, which could lead out of the bundle.";
                case var _ when part.Equals(".git", StringComparison.OrdinalIgnoreCase):
                    return "The path has the part “.git”; a bundle cannot carry git's own folder.";
                case var _ when Encoding.UTF8.GetByteCount(part) > MaximumPartLength:
                    return $"A name in the path is longer than {MaximumPartLength} bytes.";
            }
        }

        return "";
    }
}
