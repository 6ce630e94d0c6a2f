namespace Veilor.Designer.Core.Gate;

/// <summary>What a person says of a migration risk.</summary>
public enum RiskState
{
    Open,
    Handled,

    /// <summary>It cannot be fixed in time; for the four that decide, the gate fails.</summary>
    Unfixable,
}
