using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Above <see cref="LayoutSizes"/> a tool refuses: mkfs, the kernel, or qemu-img.</summary>
public sealed class LargePartitionRule() : DesignRule("VD3038", DiagnosticSeverity.Error, "The size is more than the tools take")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var storage = input.Design.Storage;
        foreach (var partition in storage.Partitions)
        {
            if (Most(partition.FileSystem) is { } most && partition.Size > most)
            {
                yield return TooLarge(StorageFields.Partitions.PathOf(partition, "size"), partition.Name, partition.FileSystem, partition.Size, most, design => StorageFields.Partitions.Put(design, partition with { Size = most }));
            }
        }

        foreach (var volume in storage.LogicalVolumes)
        {
            if (Most(volume.FileSystem) is { } most && volume.Size > most)
            {
                yield return TooLarge(StorageFields.LogicalVolumes.PathOf(volume, "size"), volume.Name, volume.FileSystem, volume.Size, most, design => StorageFields.LogicalVolumes.Put(design, volume with { Size = most }));
            }
        }

        var total = LayoutSizes.Total(storage);
        if (total >= LayoutSizes.MostDevice)
        {
            yield return Report(StorageFields.Partitions.Path, "The partitions are 8 EiB or more together, which is more than Linux counts of a disk. Give the last one less and let it grow.");
        }
        else if (total > LayoutSizes.MostVhd.Bytes && input.Design.Outputs.ImageTypes.IndexOf(ImageType.Vhd) >= 0)
        {
            yield return Report(StorageFields.Partitions.Path, $"The partitions are larger than {LayoutSizes.MostVhd} together, the most that a disk of the type vhd can have: qemu-img ends.");
        }
    }

    private Diagnostic TooLarge(FieldPath path, VolumeName name, FileSystemKind kind, ByteSize size, ByteSize most, Func<ImageDesign, ImageDesign> mend) =>
        Report(path, $"'{name}' has {size}; {(kind == FileSystemKind.Efi ? "the FAT of an EFI partition" : "ext4")} takes {most} at most.", $"Give it {most}", mend);

    private static ByteSize? Most(FileSystemKind kind) => kind switch
    {
        FileSystemKind.Efi => LayoutSizes.MostEfi,
        FileSystemKind.Ext4 => LayoutSizes.MostExt4,
        _ => null,
    };
}
