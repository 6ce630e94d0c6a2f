namespace Veilor.Designer.Core.Comparing;

/// <summary>How two designs differ in one point.</summary>
public enum ChangeKind
{
    Added,

    Removed,

    Changed,

    /// <summary>The same items stand in another order.</summary>
    Moved,
}
