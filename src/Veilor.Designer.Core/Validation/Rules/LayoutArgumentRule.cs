using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments that keep the initramfs from the root of the drawn layout (systemd-fstab-generator(8), systemd-cryptsetup-generator(8), dracut.cmdline(7)).</summary>
public sealed class LayoutArgumentRule() : DesignRule("VD4036", DiagnosticSeverity.Error, "The start does not get to the layout's root")
{
    private static readonly string[] Off = ["0", "no", "off", "false", "n", "f"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Storage.Partitions.IsEmpty || input.Design.HasOwnKickstart())
        {
            yield break;
        }

        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (EffectOf(input.Design.Storage, entry.Argument) is { } effect)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' {effect}", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (EffectOf(input.Design.Storage, argument) is { } effect)
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' {effect}");
            }
        }
    }

    private static string? EffectOf(StorageSection storage, KernelArgument argument) => argument.NormalizedKey switch
    {
        "rootfstype" when Root(storage) is { FileSystem: var kind } && argument.Value is { Length: > 0 } type && !type.Split(',').Contains(NameOf(kind), StringComparer.Ordinal) && type is not "auto" =>
            $"mounts the root as {type}, and the layout makes it {NameOf(kind)}: no machine starts.",
        "rd.luks" when IsOff(argument) && Root(storage) is { IsEncrypted: true } => "leaves encrypted partitions closed in the initramfs, and the root of the layout lies in one: no machine starts.",
        "luks" when IsOff(argument) && storage.HasEncryption => "leaves every encrypted partition closed, and the layout has one: its mounts fail, and the machine stops at an emergency shell.",
        "rd.lvm" when IsOff(argument) && Root(storage) is { IsLogical: true } => "leaves logical volumes alone in the initramfs, and the root of the layout is one: no machine starts.",
        _ => null,
    };

    private static bool IsOff(KernelArgument argument) => argument.Value is { } value && Array.IndexOf(Off, value) >= 0;

    private static string NameOf(FileSystemKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What lies at the root; null where nothing does.</summary>
    private static (FileSystemKind FileSystem, bool IsEncrypted, bool IsLogical)? Root(StorageSection storage) =>
        storage.Partitions.FirstOrDefault(each => IsRoot(each.MountPoint)) is { } partition ? (partition.FileSystem, partition.Encrypted, false)
        : storage.Subvolumes.FirstOrDefault(each => IsRoot(each.MountPoint)) is { } subvolume ? (FileSystemKind.Btrfs, IsEncrypted(storage, subvolume.Volume), false)
        : storage.LogicalVolumes.FirstOrDefault(each => IsRoot(each.MountPoint)) is { } volume ? (volume.FileSystem, IsEncrypted(storage, volume.Group), true)
        : null;

    private static bool IsRoot(MountPoint? mountPoint) => mountPoint?.ToString() is "/";

    private static bool IsEncrypted(StorageSection storage, VolumeName name) => storage.Partitions.Any(each => each.Name == name && each.Encrypted);
}
