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

    /// <summary>The memory in MiB that argon2id takes to make the key; null leaves it to cryptsetup, which measures the machine.</summary>
    public int? KeyDerivationMemory { get; init; }

    /// <summary>The size of compressed swap in memory; null leaves it to the base.</summary>
    public ZramSize? ZramSize { get; init; }

    public ZramAlgorithm ZramAlgorithm { get; init; }

    /// <summary>True when the image configures compressed swap in memory.</summary>
    public bool HasZram => ZramSize is not null || ZramAlgorithm != ZramAlgorithm.Kernel;

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
