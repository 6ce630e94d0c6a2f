using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Sizes, filesystem names and references between devices: read by nobody before the installer partitions.</summary>
internal static class StorageTraps
{
    private static readonly string[] Filesystems =
        ["ext2", "ext3", "ext4", "xfs", "btrfs", "vfat", "efi", "swap", "biosboot", "prepboot", "lvmpv", "mdmember", "tmpfs", "f2fs", "ntfs", "iso9660", "appleboot", "hfs", "hfs+", "macefi"];

    private static readonly string[] Mountless = ["swap", "biosboot", "prepboot", "appleboot", "none"];

    public static IEnumerable<CheckTrap> Find(KickstartSession session) =>
        session.Lines("partition", "logvol", "raid", "autopart").SelectMany(OfFilesystem)
            .Concat(session.Lines("partition").SelectMany(OfPartition))
            .Concat(OfMembers(session))
            .Concat(OfSubvolumes(session))
            .Concat(OfFirmware(session));

    private static IEnumerable<CheckTrap> OfFilesystem(CommandLine line)
    {
        var filesystem = line.Text("--fstype");
        if (filesystem.Length > 0 && !Filesystems.Contains(filesystem, StringComparer.Ordinal))
        {
            yield return KickstartTraps.At(line, "--fstype", "unknown-filesystem", DiagnosticSeverity.Error, $"{filesystem} is no filesystem that Anaconda knows.", "Filesystem names are not checked before the installer partitions.");
        }
    }

    private static IEnumerable<CheckTrap> OfPartition(CommandLine line)
    {
        var mountpoint = line.First("<mntpoint>");
        var isDevice = mountpoint.Split('.') is [("raid" or "pv" or "btrfs"), { Length: > 0 }];
        if (!mountpoint.StartsWith('/') && !isDevice && !Mountless.Contains(mountpoint, StringComparer.Ordinal))
        {
            yield return KickstartTraps.At(line, mountpoint, "bad-mountpoint", DiagnosticSeverity.Error, $"{mountpoint} is neither an absolute path nor swap, raid.x, pv.x, btrfs.x, biosboot or prepboot.", "Mount points are not checked by the validator.");
        }

        var size = line.Number("--size");
        if (size is <= 0)
        {
            yield return KickstartTraps.At(line, "--size", "size-not-positive", DiagnosticSeverity.Error, "The size is not positive.", "Sizes are MiB; the validator checks only that they are whole numbers.");
        }

        if (line.Number("--maxsize") is { } most && size is { } least && most < least)
        {
            yield return KickstartTraps.At(line, "--maxsize", "maxsize-below-size", DiagnosticSeverity.Error, "--maxsize is smaller than --size.", "The validator does not compare them.");
        }

        if (size is null && !line.Has("--recommended") && !line.Has("--hibernation") && !line.Has("--onpart") && !line.Has("--noformat"))
        {
            yield return KickstartTraps.At(line, "--size", "no-size", DiagnosticSeverity.Warning, $"The partition {mountpoint} has no --size.", "The installer then starts from a size of its own; --grow enlarges it but states no minimum.");
        }
    }

    private static IEnumerable<CheckTrap> OfMembers(KickstartSession session)
    {
        var devices = session.Lines("partition").Select(l => l.First("<mntpoint>"))
            .Concat(session.Lines("raid").SelectMany(l => (string[])[l.First("<mntpoint>"), l.Text("--device")]))
            .Concat(session.Lines("logvol").Select(l => l.First("<mntpoint>")))
            .ToHashSet(StringComparer.Ordinal);
        var users = session.Lines("volgroup").Select(l => (Line: l, Members: (IEnumerable<string>)[.. l.Arguments["<name>"].Skip(1), .. l.Arguments["<partitions*>"], .. l.Extra]))
            .Concat(session.Lines("raid").Select(l => (Line: l, Members: (IEnumerable<string>)[.. l.Arguments["<partitions*>"], .. l.Extra])))
            .Concat(session.Lines("btrfs").Where(l => !l.Has("--subvol")).Select(l => (Line: l, Members: l.Extra.Skip(1))));
        foreach (var (line, members) in users)
        {
            foreach (var member in members.Where(m => !devices.Contains(m) && !m.Contains('=', StringComparison.Ordinal)))
            {
                yield return KickstartTraps.At(line, member, "undefined-member", DiagnosticSeverity.Error, $"{member} is not defined by any part line.", "The validator does not follow references between devices.");
            }
        }

        var groups = session.Lines("volgroup").Select(l => l.Arguments["<name>"].FirstOrDefault()).ToHashSet(StringComparer.Ordinal);
        foreach (var volume in session.Lines("logvol").Where(l => !groups.Contains(l.Text("--vgname"))))
        {
            yield return KickstartTraps.At(volume, "--vgname", "undefined-volgroup", DiagnosticSeverity.Error, $"There is no volgroup {volume.Text("--vgname")}.", "The validator does not follow references between devices.");
        }
    }

    private static IEnumerable<CheckTrap> OfSubvolumes(KickstartSession session)
    {
        var volumes = new Dictionary<string, CommandLine>(StringComparer.Ordinal);
        foreach (var volume in session.Lines("btrfs").Where(l => !l.Has("--subvol")))
        {
            volumes.TryAdd(volume.Text("--label"), volume);
        }

        foreach (var subvolume in session.Lines("btrfs").Where(l => l.Has("--subvol")))
        {
            var parent = subvolume.Extra[^1];
            if (!parent.StartsWith("LABEL=", StringComparison.Ordinal))
            {
                continue;
            }

            var label = parent["LABEL=".Length..];
            var volume = volumes.GetValueOrDefault(label);
            if (volume is null || volume.Context.Line > subvolume.Context.Line)
            {
                yield return KickstartTraps.At(
                    subvolume,
                    parent,
                    "undefined-label",
                    DiagnosticSeverity.Error,
                    volume is null ? $"No btrfs volume has the label {label}." : $"The btrfs volume with the label {label} comes later; it must come first.",
                    "The validator does not follow labels.");
            }
        }
    }

    private static IEnumerable<CheckTrap> OfFirmware(KickstartSession session)
    {
        if (session.Lines("partition").FirstOrDefault() is { } first && !session.Lines("reqpart").Any()
            && !session.Lines("partition").Any(l => l.First("<mntpoint>") is "/boot/efi" or "biosboot" or "prepboot"))
        {
            yield return KickstartTraps.At(first, string.Empty, "no-firmware-partition", DiagnosticSeverity.Warning, "Nothing makes the partition that the firmware boots from.", "reqpart adds the right one for BIOS, UEFI and others; the validator does not miss it.");
        }
        else if (session.Lines("partition").FirstOrDefault(l => l.First("<mntpoint>") == "/boot/efi") is { } efi
            && !session.Lines("reqpart").Any() && !session.Lines("partition").Any(l => l.First("<mntpoint>") == "biosboot"))
        {
            yield return KickstartTraps.At(efi, string.Empty, "uefi-only", DiagnosticSeverity.Info, "This layout boots on UEFI machines only.", "reqpart adds what each firmware needs.");
        }
    }
}
