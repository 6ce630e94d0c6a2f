namespace Veilor.Designer.Components.Fields;

/// <summary>Whether two lists offer the same texts. Most lists are made once and are the same object.</summary>
internal static class SameTexts
{
    public static bool Are(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        ReferenceEquals(left, right) || left.SequenceEqual(right, StringComparer.Ordinal);
}
