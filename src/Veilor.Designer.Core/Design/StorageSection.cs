using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>The disk, as the installer or the disk builder lays it out.</summary>
public sealed record StorageSection
{
    public WipePolicy Wipe { get; init; } = WipePolicy.All;

    /// <summary>The one disk to install to, as Linux names it (<c>sda</c>, <c>nvme0n1</c>, <c>disk/by-id/…</c>); null leaves the choice to the installer.</summary>
    public DiskName? TargetDisk { get; init; }

    public EquatableArray<Partition> Partitions { get; init; } = [];

    public EquatableArray<Subvolume> Subvolumes { get; init; } = [];

    public EquatableArray<LogicalVolume> LogicalVolumes { get; init; } = [];

    /// <summary>How encrypted partitions derive their key.</summary>
    public LuksKeyDerivation KeyDerivation { get; init; } = LuksKeyDerivation.Argon2id;

    /// <summary>True when any partition is encrypted.</summary>
    public bool HasEncryption
    {
        get
        {
            foreach (var partition in Partitions)
            {
                if (partition.Encrypted)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
