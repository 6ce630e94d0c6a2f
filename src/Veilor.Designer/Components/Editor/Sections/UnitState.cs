namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>What a design does with a unit.</summary>
public enum UnitState
{
    /// <summary>Nothing: what the package or the base says holds.</summary>
    Untouched,
    Enabled,
    Disabled,
    Masked,
}
