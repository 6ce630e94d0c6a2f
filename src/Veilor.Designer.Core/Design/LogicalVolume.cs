using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A logical volume of LVM.</summary>
public sealed record LogicalVolume
{
    public VolumeName Name { get; init; } = VolumeName.Parse("data");

    /// <summary>The partition that is its volume group.</summary>
    public VolumeName Group { get; init; } = VolumeName.Parse("system");

    /// <summary>ext4, XFS or swap; a logical volume holds nothing else here.</summary>
    public FileSystemKind FileSystem { get; init; } = FileSystemKind.Xfs;

    /// <summary>Where it is mounted; null for swap.</summary>
    public MountPoint? MountPoint { get; init; }

    /// <summary>How it is mounted, beside the defaults. Only a kickstart carries it.</summary>
    public MountOptions? MountOptions { get; init; }

    /// <summary>The size it has at least.</summary>
    public ByteSize Size { get; init; } = ByteSize.Parse("1 GiB");

    /// <summary>Whether it takes what is left of the group.</summary>
    public bool Grow { get; init; }
}
