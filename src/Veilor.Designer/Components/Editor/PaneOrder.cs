namespace Veilor.Designer.Components.Editor;

/// <summary>
/// What stands in front where a window has no room for all panes. A telephone shows one of them; a smaller desktop window
/// has one column for the preview and help. A window with room for all does not ask.
/// </summary>
/// <param name="Front">The one of all.</param>
/// <param name="Side">The one of preview and help.</param>
public sealed record PaneOrder(EditorPane Front, EditorPane Side)
{
    /// <summary>The form, beside the preview.</summary>
    public static PaneOrder Initial { get; } = new(EditorPane.Form, EditorPane.Preview);

    /// <summary>The order with a pane in front.</summary>
    public PaneOrder With(EditorPane pane) => new(pane, pane is EditorPane.Preview or EditorPane.Help ? pane : Side);

    /// <summary>The order when a pane is closed: what it stood in front of is seen again.</summary>
    public PaneOrder Without(EditorPane closed) => new(
        Front == closed ? EditorPane.Form : Front,
        Side == closed ? EditorPane.Preview : Side);
}
