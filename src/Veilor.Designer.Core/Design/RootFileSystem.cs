namespace Veilor.Designer.Core.Design;

/// <summary>The file system of the root when the layout does not say; fedora-bootc has no default, so the builder must be told.</summary>
public enum RootFileSystem
{
    Btrfs,
    Xfs,
    Ext4,
}
