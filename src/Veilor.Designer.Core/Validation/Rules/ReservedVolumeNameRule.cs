using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>lvcreate keeps names for its own hidden volumes, and vgcreate ends at a name that /dev has (tried with LVM 2.03.16; lvm(8)).</summary>
public sealed partial class ReservedVolumeNameRule() : DesignRule("VD3042", DiagnosticSeverity.Error, "LVM keeps the name for itself")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var volume in input.Design.Storage.LogicalVolumes)
        {
            if (Reserved().Match(volume.Name.ToString()) is { Success: true } match)
            {
                var isPrefix = match.Value[0] != '_';
                yield return Named(
                    StorageFields.LogicalVolumes.PathOf(volume, "name"),
                    isPrefix ? $"LVM keeps names that begin with {match.Value}: lvcreate refuses '{volume.Name}'." : $"LVM keeps names with {match.Value} in them: lvcreate refuses '{volume.Name}'.",
                    isPrefix ? $"lv_{volume.Name}" : volume.Name.ToString().Replace('_', '-'),
                    name => StorageFields.LogicalVolumes.Find(input.Design, name.ToString()) is null,
                    (design, name) => StorageFields.LogicalVolumes.Set(design, design.Storage.LogicalVolumes.Select(each => each.Name == volume.Name ? each with { Name = name } : each).ToEquatableArray()));
            }
        }

        foreach (var group in input.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Lvm && Device().IsMatch(partition.Name.ToString())))
        {
            yield return Named(
                StorageFields.Partitions.PathOf(group, "name"),
                $"The volume group would be /dev/{group.Name}, which every machine has already: vgcreate ends at '/dev/{group.Name}: already exists in filesystem'.",
                $"vg_{group.Name}",
                name => StorageFields.Partitions.Find(input.Design, name.ToString()) is null,
                (design, name) => design with
                {
                    Storage = design.Storage with
                    {
                        Partitions = design.Storage.Partitions.Select(each => each.Name == group.Name ? each with { Name = name } : each).ToEquatableArray(),
                        LogicalVolumes = design.Storage.LogicalVolumes.Select(each => each.Group == group.Name ? each with { Group = name } : each).ToEquatableArray(),
                    },
                });
        }
    }

    /// <summary>True for a name that lvcreate refuses.</summary>
    internal static bool IsReserved(string name) => Reserved().IsMatch(name);

    private Diagnostic Named(FieldPath path, string message, string other, Func<VolumeName, bool> isFree, Func<ImageDesign, VolumeName, ImageDesign> rename) =>
        VolumeName.TryParse(other, out var name, out _) && isFree(name)
            ? Report(path, message, $"Call it {name}", design => rename(design, name))
            : Report(path, message);

    [GeneratedRegex("^(?:snapshot|pvmove)|_(?:cdata|cmeta|corig|cpool|cvol|wcorig|mimage|mlog|rmeta|rimage|tdata|tmeta|vdata|vorigin|imeta|iorig|pmspare)", RegexOptions.NonBacktracking)]
    private static partial Regex Reserved();

    /// <summary>What the kernel and systemd put into /dev on every machine.</summary>
    [GeneratedRegex("^(?:mapper|disk|shm|null|zero|full|random|urandom|fd|stdin|stdout|stderr|pts|ptmx|tty[0-9]*|console|block|bus|char|core|cpu|dri|input|kmsg|log|mem|port|mqueue|net|hugepages|snd|vfio|vhost-net|fuse|rtc0?|loop-control|loop[0-9]+|sd[a-z]+[0-9]*|vd[a-z]+[0-9]*|nvme[0-9]n[0-9](?:p[0-9]+)?|dm-[0-9]+|zram0)$", RegexOptions.NonBacktracking)]
    private static partial Regex Device();
}
