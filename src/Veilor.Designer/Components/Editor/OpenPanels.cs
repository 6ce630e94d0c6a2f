namespace Veilor.Designer.Components.Editor;

/// <summary>What stands open beside the form and the preview.</summary>
/// <param name="Panel">The panel of the dock, or null.</param>
/// <param name="Help">The help page, or null.</param>
public sealed record OpenPanels(string? Panel, string? Help)
{
    public static OpenPanels None { get; } = new(null, null);

    /// <summary>These panels, and those of <paramref name="before"/> where nothing is named.</summary>
    public OpenPanels Over(OpenPanels before) => new(Panel ?? before.Panel, Help ?? before.Help);
}
