namespace Veilor.Designer.Components.Preview;

/// <summary>What the preview shows, as the address holds it.</summary>
/// <param name="Document">The path of the file in the bundle; null for the one that fits the section.</param>
/// <param name="Beside">The path of a second file, in the split view.</param>
/// <param name="Line">A line of the first file, counted from 1, that is brought into view and marked.</param>
/// <param name="Against">The id of what the files are compared with.</param>
/// <param name="IsPinned">True when the file stays while sections change.</param>
/// <param name="IsWrapped">True when long lines are wrapped.</param>
public sealed record PreviewPlace(
    string? Document = null,
    string? Beside = null,
    int? Line = null,
    string? Against = null,
    bool IsPinned = false,
    bool IsWrapped = false)
{
    public const string DocumentKey = "doc";
    public const string BesideKey = "beside";
    public const string LineKey = "line";
    public const string AgainstKey = "against";
    public const string PinnedKey = "pin";
    public const string WrappedKey = "wrap";

    /// <summary>The query of the address, each part with an ampersand before it; empty when all is as it is at first.</summary>
    public string ToQuery()
    {
        var query = "";
        Add(DocumentKey, Document);
        Add(BesideKey, Beside);
        Add(LineKey, Line?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add(AgainstKey, Against);
        Add(PinnedKey, IsPinned ? "true" : null);
        Add(WrappedKey, IsWrapped ? "true" : null);
        return query;

        void Add(string key, string? value) => query += value is null ? "" : $"&{key}={Uri.EscapeDataString(value)}";
    }

    /// <summary>The place of a document alone.</summary>
    public static implicit operator PreviewPlace?(string? document) => document is null ? null : new PreviewPlace(document);
}
