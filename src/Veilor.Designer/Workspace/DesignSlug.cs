using System.Globalization;
using System.Text;

namespace Veilor.Designer.Workspace;

/// <summary>The name of a design's folder, which is also its part of the URL.</summary>
public static class DesignSlug
{
    private const int MaximumLength = 100;

    /// <summary>True for a name that stands for a folder directly below another one: no slash, no leading dot, no control character.</summary>
    public static bool IsValid(string? slug) =>
        slug is { Length: > 0 and <= MaximumLength }
        && slug[0] != '.'
        && !slug.AsSpan().ContainsAny('/', '\\', '?')
        && slug.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune));

    /// <summary>The nth candidate for a name: the name itself, then <c>name-2</c>, <c>name-3</c>.</summary>
    /// <param name="name">The wished name.</param>
    /// <param name="attempt">1-based.</param>
    public static string Candidate(string name, int attempt) =>
        attempt == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{attempt}");
}
