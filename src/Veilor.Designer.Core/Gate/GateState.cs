namespace Veilor.Designer.Core.Gate;

/// <summary>Where a criterion or a part of one stands.</summary>
public enum GateState
{
    /// <summary>Nothing is known.</summary>
    Open,

    /// <summary>Something was seen, but not all that is asked.</summary>
    Partial,

    /// <summary>What was known was true of another state of the design.</summary>
    Stale,

    /// <summary>It was looked at and does not hold.</summary>
    Failed,

    /// <summary>It holds for the design as it is.</summary>
    Met,

    /// <summary>The design has nothing that it could ask for.</summary>
    NotAsked,
}
