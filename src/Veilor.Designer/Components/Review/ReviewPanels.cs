namespace Veilor.Designer.Components.Review;

/// <summary>The panels of the dock, by the names that URLs use.</summary>
public static class ReviewPanels
{
    /// <summary>The id of the tab of a panel, where the keyboard goes when it opens.</summary>
    public static string TabId(string panel) => $"dock-tab-{panel}";

    public const string Changes = "changes";
    public const string Snapshots = "snapshots";
    public const string Routes = "routes";

    /// <summary>Each panel with its title, in the order of the tabs.</summary>
    public static IReadOnlyList<(string Id, string Title)> All { get; } =
        [(Changes, "Changes"), (Snapshots, "Snapshots"), (Routes, "Where it goes")];

    public static bool IsKnown(string? id) => All.Any(panel => string.Equals(panel.Id, id, StringComparison.Ordinal));
}
