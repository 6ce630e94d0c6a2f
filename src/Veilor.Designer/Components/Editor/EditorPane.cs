namespace Veilor.Designer.Components.Editor;

/// <summary>A part of the editor's page that a narrow window shows instead of the others.</summary>
public enum EditorPane
{
    Sections,
    Form,
    Preview,
    Help,
    Review,
}
