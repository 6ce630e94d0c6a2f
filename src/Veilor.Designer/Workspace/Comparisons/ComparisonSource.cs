namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>Something that a design can be compared with, by name; <see cref="ComparisonSources.Load"/> reads it.</summary>
/// <param name="Id">Stable, for URLs: <c>save</c>, <c>opened</c>, <c>template</c>, <c>build</c>, <c>snapshot:ID</c>, <c>design:SLUG</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What a menu calls it.</param>
/// <param name="At">When it was so; null where that says nothing.</param>
public sealed record ComparisonSource(string Id, ComparisonKind Kind, string Name, DateTimeOffset? At = null)
{
    public const string LastSaveId = "save";
    public const string OpenedId = "opened";
    public const string TemplateId = "template";
    public const string LastBuildId = "build";

    private const string SnapshotPrefix = "snapshot:";
    private const string DesignPrefix = "design:";

    public static string OfSnapshot(string id) => SnapshotPrefix + id;

    public static string OfDesign(string slug) => DesignPrefix + slug;

    /// <summary>The snapshot that an id names, or null.</summary>
    public static string? SnapshotOf(string id) => After(id, SnapshotPrefix);

    /// <summary>The slug of the other design that an id names, or null.</summary>
    public static string? DesignOf(string id) => After(id, DesignPrefix);

    private static string? After(string id, string prefix) =>
        id.StartsWith(prefix, StringComparison.Ordinal) ? id[prefix.Length..] : null;
}
