using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>GRUB reads kernels from /boot before a passphrase can be asked for, and cannot open LUKS2 with argon2id.</summary>
public sealed class EncryptedKernelRule() : DesignRule("VD3015", DiagnosticSeverity.Error, "An encrypted system needs a boot partition")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var storage = input.Design.Storage;
        var holder = storage.Partitions.FirstOrDefault(partition => IsAt(partition, storage, "/boot")) ?? storage.Partitions.FirstOrDefault(partition => IsAt(partition, storage, "/"));
        if (holder is { Encrypted: true } && !string.Equals(holder.MountPoint?.ToString(), "/boot", StringComparison.Ordinal))
        {
            var free = StorageFields.Partitions.Find(input.Design, "boot") is null;
            const string Message = "The kernels lie in the encrypted partition, where the boot loader cannot read them. Draw an unencrypted partition at /boot.";
            yield return free && !StorageFacts.MountPoints(storage).Any(mount => string.Equals(mount.MountPoint.ToString(), "/boot", StringComparison.Ordinal))
                ? Report(StorageFields.Partitions.PathOf(holder, "encrypted"), Message, "Add a boot partition", design => StorageFields.Partitions.Put(design, new Partition { Name = VolumeName.Parse("boot"), MountPoint = MountPoint.Parse("/boot") }))
                : Report(StorageFields.Partitions.PathOf(holder, "encrypted"), Message);
        }
    }

    private static bool IsAt(Partition partition, StorageSection storage, string path) =>
        string.Equals(partition.MountPoint?.ToString(), path, StringComparison.Ordinal)
        || (partition.FileSystem == FileSystemKind.Btrfs && storage.Subvolumes.Any(subvolume => subvolume.Volume == partition.Name && string.Equals(subvolume.MountPoint.ToString(), path, StringComparison.Ordinal)))
        || (partition.FileSystem == FileSystemKind.Lvm && storage.LogicalVolumes.Any(volume => volume.Group == partition.Name && string.Equals(volume.MountPoint?.ToString(), path, StringComparison.Ordinal)));
}
