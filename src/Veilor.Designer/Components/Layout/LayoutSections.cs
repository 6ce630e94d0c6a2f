namespace Veilor.Designer.Components.Layout;

/// <summary>Places of the layout that a page may fill with <c>SectionContent</c>.</summary>
public static class LayoutSections
{
    /// <summary>The middle of the app bar: what is open, its state and its commands.</summary>
    public static object AppBar { get; } = new();
}
