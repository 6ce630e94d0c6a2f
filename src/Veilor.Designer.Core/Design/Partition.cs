using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>One partition of the disk.</summary>
public sealed record Partition
{
    /// <summary>Tells the rows apart; the label of a btrfs volume.</summary>
    public VolumeName Name { get; init; } = VolumeName.Parse("data");

    public FileSystemKind FileSystem { get; init; } = FileSystemKind.Ext4;

    /// <summary>Where it is mounted; null for swap and for btrfs, whose subvolumes are mounted.</summary>
    public MountPoint? MountPoint { get; init; }

    /// <summary>How it is mounted, beside the defaults. Only a kickstart carries it.</summary>
    public MountOptions? MountOptions { get; init; }

    /// <summary>The size it has at least.</summary>
    public ByteSize Size { get; init; } = ByteSize.Parse("1 GiB");

    /// <summary>Whether it takes the free space that is left.</summary>
    public bool Grow { get; init; }

    /// <summary>Whether it lies inside LUKS2. Only a kickstart can make that.</summary>
    public bool Encrypted { get; init; }
}
