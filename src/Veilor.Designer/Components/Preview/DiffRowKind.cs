namespace Veilor.Designer.Components.Preview;

/// <summary>How a row of a comparison stands to both sides.</summary>
public enum DiffRowKind
{
    /// <summary>On both sides.</summary>
    Same,

    /// <summary>On this side only.</summary>
    Added,

    /// <summary>On the other side only.</summary>
    Removed,
}
