using System.Globalization;
using System.Text;

namespace Veilor.Designer.Workspace.Snapshots;

/// <summary>The name a person gives to a snapshot, and the file name that is made of it.</summary>
public static class SnapshotName
{
    /// <summary>Longer names do not fit a menu.</summary>
    public const int MaximumLength = 80;

    private const int MaximumStem = 60;

    /// <summary>What is wrong with a name, in a sentence; empty for a good one.</summary>
    /// <param name="name">The name without blanks around it.</param>
    public static string Problem(string name) => name switch
    {
        "" => "A snapshot needs a name.",
        { Length: > MaximumLength } => string.Create(CultureInfo.InvariantCulture, $"A name has at most {MaximumLength} characters."),
        _ when name.EnumerateRunes().Any(IsRefused) => "A name is one line of visible characters.",
        _ => "",
    };

    /// <summary>
    /// The stem of the file for a name: lower-case ASCII letters, digits and dashes, so that it is the same file on every
    /// system and in every archive. Different names may give the same stem.
    /// </summary>
    public static string ToStem(string name)
    {
        var stem = new StringBuilder();
        foreach (var each in name)
        {
            if (char.IsAsciiLetterOrDigit(each))
            {
                stem.Append(char.ToLowerInvariant(each));
            }
            else if (stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }
        }

        var text = stem.ToString(0, Math.Min(stem.Length, MaximumStem)).Trim('-');
        return text.Length == 0 ? "snapshot" : text;
    }

    /// <summary>True for a stem that this program could have made; nothing else becomes part of a path.</summary>
    public static bool IsStem(string? stem) =>
        stem is { Length: > 0 and <= MaximumStem + 10 }
        && stem[0] != '-'
        && stem.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each == '-');

    private static bool IsRefused(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
