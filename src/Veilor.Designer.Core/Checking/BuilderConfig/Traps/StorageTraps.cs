using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Rules;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Layouts that are accepted and will not boot, or not mount where they say.</summary>
internal static class StorageTraps
{
    private static readonly string[] Forbidden =
    [
        "/usr", "/etc", "/sysroot", "/ostree", "/proc", "/sys", "/dev", "/run", "/tmp", "/bin", "/sbin", "/lib", "/lib64",
        "/var/run", "/var/lock",
    ];

    private static readonly string[] LinksIntoVar = ["/home", "/root", "/srv", "/opt", "/mnt"];

    public static IEnumerable<CheckTrap> Find(TrapContext context) =>
        context.IsIso ? [] : OfFilesystems(context).Concat(OfDisk(context.Customizations.TableAt("disk")));

    private static IEnumerable<CheckTrap> OfFilesystems(TrapContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var filesystem in context.Customizations.TablesAt("filesystem"))
        {
            foreach (var name in (string[])["minsize", "size"])
            {
                if (filesystem.Find(name) is { Value: ConfigScalar { Value: long and < 0 } or ConfigScalar { Value: double and < 0 } } size)
                {
                    yield return TrapFinder.At(size, "negative-size", DiagnosticSeverity.Error, $"{name} is negative.", "It is not refused: it wraps around to a size of many exabytes.");
                }
            }

            if (filesystem.Find("mountpoint") is { } mountpoint && !seen.Add(filesystem.TextAt("mountpoint")))
            {
                yield return TrapFinder.At(mountpoint, "duplicate-mountpoint", DiagnosticSeverity.Warning, $"{filesystem.TextAt("mountpoint")} is listed twice.", "customizations.filesystem does not compare its entries.");
            }
        }
    }

    private static IEnumerable<CheckTrap> OfDisk(ConfigTable? disk)
    {
        var partitions = disk.TablesAt("partitions").ToList();
        var mounts = partitions
            .Concat(partitions.SelectMany(p => p.TablesAt("logical_volumes")))
            .Concat(partitions.SelectMany(p => p.TablesAt("subvolumes")))
            .Select(t => t.At("mountpoint"))
            .OfType<ConfigEntry>()
            .Where(e => e.Value is ConfigScalar { Value: string })
            .ToList();
        foreach (var trap in mounts.SelectMany(OfMountpoint))
        {
            yield return trap;
        }

        foreach (var volume in partitions.Where(p => p.TextAt("type") == "lvm"))
        {
            yield return TrapFinder.At(
                volume.At("type")!,
                "lvm-does-not-boot",
                DiagnosticSeverity.Warning,
                "LVM on a bootc disk image does not work at present.",
                "The layout is accepted; osbuild's documentation says that such images fail.");
        }

        foreach (var name in partitions.SelectMany(p => p.TablesAt("logical_volumes")).Where(volume => ReservedVolumeNameRule.IsReserved(volume.TextAt("name"))).Select(volume => volume.At("name")!))
        {
            yield return TrapFinder.At(name, "reserved-volume-name", DiagnosticSeverity.Error, "LVM keeps this name for volumes of its own.", "The layout is accepted; lvcreate ends at the name.");
        }
    }

    private static IEnumerable<CheckTrap> OfMountpoint(ConfigEntry mount)
    {
        var path = (string)((ConfigScalar)mount.Value).Value!;
        if (LinksIntoVar.FirstOrDefault(l => IsAtOrBelow(path, l)) is { } link)
        {
            var target = link == "/root" ? "/var/roothome" : $"/var{link}";
            yield return TrapFinder.At(
                mount,
                "mountpoint-is-link",
                DiagnosticSeverity.Error,
                $"{path} cannot be a mount point: {link} is a link to {target} in a bootc image. Use {target}{path[link.Length..]}.",
                "Mount points of customizations.disk are not checked for bootc images.");
        }
        else if (Forbidden.FirstOrDefault(f => IsAtOrBelow(path, f)) is not null || (IsAtOrBelow(path, "/boot") && path is not ("/boot" or "/boot/efi")))
        {
            yield return TrapFinder.At(
                mount,
                "unchecked-mountpoint",
                DiagnosticSeverity.Error,
                $"{path} cannot be a filesystem of its own in a bootc image.",
                "Mount points of customizations.disk are not checked for bootc images; the image would not boot.");
        }
    }

    private static bool IsAtOrBelow(string path, string directory) =>
        path == directory || path.StartsWith($"{directory}/", StringComparison.Ordinal);
}
