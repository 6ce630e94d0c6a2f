namespace Veilor.Designer.Components.Preview;

/// <summary>How a file stands to the other side of a comparison.</summary>
public enum FileChange
{
    Changed,
    Added,
    Removed,
}
