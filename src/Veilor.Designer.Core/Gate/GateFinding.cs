namespace Veilor.Designer.Core.Gate;

/// <summary>What a piece of evidence says.</summary>
public enum GateFinding
{
    Met,
    Failed,

    /// <summary>Some of it was seen; a person must look at the rest.</summary>
    Partial,
}
