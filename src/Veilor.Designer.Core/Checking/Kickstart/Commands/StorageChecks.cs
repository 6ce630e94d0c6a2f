using Veilor.Designer.Core.Checking.BuilderConfig.Decoding;
using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>What the storage commands check beyond their options.</summary>
internal static class StorageChecks
{
    public static void Autopart(CommandLine line)
    {
        var type = line.Text("--type").ToLowerInvariant();
        line.Refuse(line.Text("--fstype") == "btrfs", "autopart --fstype=btrfs is not valid fstype, use --type=btrfs instead");
        line.Refuse(type == "btrfs" && line.Counts("--fstype"), "autopart --fstype cannot be used with --type=btrfs");
        RefusePbkdf(line);
        line.Refuse(line.Has("--hibernation") && line.Has("--noswap"), "Only one of --noswap and --hibernation can be specified.");
        line.Refuse(line.IsRhel10 && type == "btrfs", "autopart --type=btrfs is not supported");
        RefuseHardwarePassphrase(line);
    }

    public static void Partition(CommandLine line)
    {
        var mountpoint = Mountpoint(line.First("<mntpoint>"));
        if (mountpoint != "swap")
        {
            line.WarnAgain(mountpoint, $"A partition with the mountpoint {mountpoint} has already been defined.");
        }

        line.Refuse(line.Has("--resize") && !line.Counts("--onpart"), "--resize can only be used in conjunction with --onpart");
        line.Refuse(line.Has("--resize") && !line.Counts("--size"), "--resize requires --size to specify new size");
        line.Refuse(line.Text("--fstype") == "tmpfs" && (line.Has("--grow") || line.Counts("--maxsize")), "The --fstype=tmpfs option can't be used together with --grow or --maxsize");
        RefuseMkfsOptions(line);
        RefusePbkdf(line);
        line.Refuse(line.IsRhel10 && (mountpoint.StartsWith("btrfs.", StringComparison.Ordinal) || line.Text("--fstype") == "btrfs"), "Btrfs file system is not supported");
        RefuseHardwarePassphrase(line);
    }

    public static void LogicalVolume(CommandLine line)
    {
        var isExisting = line.Has("--useexisting") || line.Has("--noformat");
        var name = line.Text("--name");
        line.WarnAgain($"{name}\n{line.Text("--vgname")}", $"A logical volume with the name {name} has already been defined in volume group {line.Text("--vgname")}.");
        line.Refuse(line.Has("--resize") && !isExisting, "--resize can only be used in conjunction with --useexisting");
        line.Refuse(line.Has("--resize") && !line.Counts("--size"), "--resize requires --size to indicate new size");
        line.Refuse(line.Has("--thin") && line.Has("--thinpool"), "--thin and --thinpool cannot both be specified for the same logvol");
        line.Refuse(line.Has("--thin") && !line.Counts("--poolname"), "--thin requires --poolname to specify pool name");
        line.Refuse((line.Counts("--chunksize") || line.Counts("--metadatasize")) && !line.Has("--thinpool"), "--chunksize and --metadatasize are for thin pools only");
        line.Refuse(
            !isExisting && !line.Counts("--percent") && !line.Counts("--size") && !line.Has("--recommended") && !line.Has("--hibernation"),
            "No size given for logical volume. Use one of --useexisting, --noformat, --size, --percent, or --hibernation.");
        line.Refuse(line.Number("--percent") is < 0 or > 100, "Percentage must be between 0 and 100.");
        line.Refuse(line.Counts("--size") && line.Counts("--percent"), "--size and --percent cannot both be specified for the same logvol");
        Cache(line, isExisting);
        RefuseMkfsOptions(line);
        RefusePbkdf(line);
        line.Refuse(line.IsRhel10 && line.Text("--fstype") == "btrfs", "Btrfs file system is not supported");
    }

    public static void Raid(CommandLine line)
    {
        line.Refuse(line.Extra.Any(w => w.StartsWith('-')), $"Unexpected arguments to raid command: {PythonText.Repr(line.Extra)}");
        var members = line.Arguments["<partitions*>"] is { Count: > 0 } given ? given : line.Extra;
        var isExisting = line.Has("--useexisting") || line.Has("--noformat");
        line.Refuse(members.Count == 0 && !isExisting, "Partitions required for raid");
        line.Refuse(members.Count > 0 && isExisting, "Members may not be specified for preexisting RAID device");
        line.WarnAgain(line.Text("--device"), $"A RAID device with the name {line.Text("--device")} has already been defined.");
        line.Refuse(!isExisting && !line.Has("--level"), "RAID Partition defined without RAID level");
        line.Refuse(isExisting && line.Text("--device").Length == 0, "Device required for preexisting RAID device");
        RefuseMkfsOptions(line);
        RefusePbkdf(line);
    }

    public static void VolumeGroup(CommandLine line)
    {
        var names = line.Arguments["<name>"];
        var members = line.Arguments["<partitions*>"] is { Count: > 0 } given ? given : line.Extra.Count > 0 ? line.Extra : [.. names.Skip(1)];
        var isExisting = line.Has("--useexisting") || line.Has("--noformat");
        line.Refuse(names.Count == 0, "volgroup must be given a VG name");
        line.Refuse(members.Count == 0 && !isExisting, "volgroup must be given a list of partitions");
        line.Refuse(members.Count > 0 && isExisting, "Members may not be specified for preexisting volgroup");
        line.WarnAgain(names[0], $"A volgroup with the name {names[0]} has already been defined.");
        line.Refuse(line.Number("--reserved-space") is < 0, "Volume group reserved space must be a positive integer.");
        line.Refuse(line.Number("--reserved-percent") is <= 0 or >= 100, "Volume group reserved space percentage must be between 1 and 99.");
    }

    public static void Btrfs(CommandLine line)
    {
        line.Refuse(line.Extra.Count == 0, "btrfs must be given a mountpoint");
        line.Refuse(line.Extra.Any(w => w.StartsWith('-')), $"Unexpected arguments to btrfs command: {PythonText.Repr(line.Extra)}");
        var mountpoint = Mountpoint(line.Extra[0]);
        var hasMembers = line.Extra.Count > 1;
        line.Refuse(!hasMembers && !line.Has("--subvol"), "btrfs must be given a list of partitions");
        line.Refuse(!hasMembers, "btrfs subvol requires specification of parent volume");
        line.Refuse(line.Has("--subvol") && line.Text("--name").Length == 0, "btrfs subvolume requires a name");
        line.WarnAgain(mountpoint, $"A btrfs volume with the mountpoint {mountpoint} has already been defined.");
        line.Refuse(
            (line.Has("--noformat") || line.Has("--useexisting")) && line.Counts("--mkfsoptions"),
            "--mkfsoptions with --noformat or --useexisting has no effect.");
    }

    public static void Mount(CommandLine line)
    {
        var mountpoint = Mountpoint(line.First("<mntpoint>"));
        line.Refuse(
            !mountpoint.Equals("none", StringComparison.OrdinalIgnoreCase) && !mountpoint.StartsWith('/'),
            $"Invalid mount point '{mountpoint}' given");
        line.Refuse(!line.Has("--reformat") && line.Counts("--mkfsoptions"), "'--mkfsoptions' requires --reformat");
    }

    public static void IgnoreDisk(CommandLine line) => line.Refuse(
        line.List("--drives").Count > 0 == line.List("--only-use").Count > 0,
        "One of --drives or --only-use must be specified for ignoredisk command.");

    public static void Snapshot(CommandLine line)
    {
        var name = line.Text("--name");
        var origin = line.First("<originVG/originLV>");
        line.Refuse(line.Context.Session.Defined.Contains($"snapshot\n{name}"), $"Snapshot with the name {name} has been already defined!");
        var parts = origin.Split('/');
        line.Refuse(parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0, $"Snapshot origin {origin} must be specified by VG/LV!");
        line.Context.Session.Defined.Add($"snapshot\n{name}");
    }

    public static void Zfcp(CommandLine line)
    {
        line.WarnAgain(
            $"{line.Text("--devnum")}\n{line.Text("--wwpn")}\n{line.Text("--fcplun")}",
            "A zfcp with this information has already been defined.");
        line.Refuse(
            !line.Counts("--devnum") || line.Counts("--wwpn") != line.Counts("--fcplun"),
            "Only --devnum or --devnum with --wwpn and --fcplun are allowed.");
    }

    private static void Cache(CommandLine line, bool isExisting)
    {
        if (!line.Counts("--cachesize") && !line.Counts("--cachemode") && line.List("--cachepvs").Count == 0)
        {
            return;
        }

        line.Refuse(isExisting, "Adding a cache to an existing logical volume is not supported");
        line.Refuse(line.Has("--thin"), "Thin volumes cannot be cached");
        line.Refuse(line.List("--cachepvs").Count == 0, "Cache needs to have a list of (fast) PVs specified");
        line.Refuse(!line.Counts("--cachesize"), "Cache needs to have size specified");
        line.Refuse(line.Text("--cachemode") is not ("" or "writeback" or "writethrough"), $"Invalid cache mode given: {line.Text("--cachemode")}");
    }

    private static void RefuseMkfsOptions(CommandLine line)
    {
        line.Refuse(line.Has("--noformat") && line.Counts("--mkfsoptions"), "--mkfsoptions with --noformat has no effect.");
        line.Refuse(line.Counts("--fsprofile") && line.Counts("--mkfsoptions"), "--mkfsoptions and --fsprofile cannot be used together.");
    }

    private static void RefusePbkdf(CommandLine line) => line.Refuse(
        line.Counts("--pbkdf-time") && line.Counts("--pbkdf-iterations"),
        "Only one of --pbkdf-time and --pbkdf-iterations can be specified.");

    private static void RefuseHardwarePassphrase(CommandLine line) => line.Refuse(
        line.Counts("--hw-passphrase") && (!line.Has("--encrypted") || !line.Text("--luks-version").StartsWith("luks2-", StringComparison.Ordinal)),
        "hw-passphrase may be specified only with LUKSv2 HW-OPAL encrypted devices");

    /// <summary>Absolute paths are put into their shortest form.</summary>
    private static string Mountpoint(string text) => text.StartsWith('/')
        ? text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("///", StringComparison.Ordinal) ? $"/{UnixPath.Clean(text)}" : UnixPath.Clean(text)
        : text;
}
