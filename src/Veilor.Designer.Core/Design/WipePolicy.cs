namespace Veilor.Designer.Core.Design;

/// <summary>What the installer may erase.</summary>
public enum WipePolicy
{
    /// <summary>Every disk the installer sees, or the target disk alone when one is named.</summary>
    All,

    /// <summary>Linux partitions only.</summary>
    Linux,

    /// <summary>Nothing; there must be free space.</summary>
    Nothing,
}
