namespace Veilor.Designer.Components.Layout;

/// <summary>Which theme a person wants.</summary>
public enum ThemePreference
{
    /// <summary>Follows the browser and its desktop.</summary>
    System,
    Light,
    Dark,
}
