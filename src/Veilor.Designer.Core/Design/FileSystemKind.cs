namespace Veilor.Designer.Core.Design;

/// <summary>What a partition holds.</summary>
public enum FileSystemKind
{
    /// <summary>The EFI system partition.</summary>
    Efi,
    Ext4,
    Xfs,
    Btrfs,
    Swap,
    /// <summary>A volume group of LVM, which logical volumes lie in.</summary>
    Lvm,
}
