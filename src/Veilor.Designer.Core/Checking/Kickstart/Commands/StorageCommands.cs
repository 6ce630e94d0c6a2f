using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using static Veilor.Designer.Core.Checking.Kickstart.Syntax.Options;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>Partitions and what is built of them.</summary>
internal static class StorageCommands
{
    private static readonly string[] AfterAutopartOrMount = ["autopart", "mount"];

    public static IEnumerable<CommandSyntax> All() =>
    [
        new("autopart")
        {
            Conflicts = ["partition", "raid", "volgroup", "logvol", "reqpart"],
            KeepsValues = true,
            Options =
            [
                .. Encryption(),
                Flag("--nolvm") with { Target = "--type", Stored = "plain", Resets = false },
                TextOption("--type") with { Refuse = v => v.ToLowerInvariant() is "lvm" or "btrfs" or "plain" or "partition" or "thinp" ? null : $"Invalid autopart type: {v}" },
                TextOption("--fstype"),
                .. Flags("--nohome", "--noboot", "--noswap", "--hibernation"),
                TextOption("--hw-passphrase") with { In = Dialects.Fedora, Resets = true },
            ],
            Check = StorageChecks.Autopart,
        },
        new("partition", "part")
        {
            Conflicts = AfterAutopartOrMount,
            Arguments = [new("<mntpoint>")],
            Extra = ExtraWords.RefusedByName,
            ExtraName = "partition",
            Options =
            [
                TextOption("--fstype|--type"),
                .. Filesystem(),
                .. Encryption(),
                .. Flags("--asprimary", "--grow", "--recommended", "--resize", "--hibernation"),
                .. Integers("--maxsize", "--size"),
                TextOption("--ondisk|--ondrive"),
                TextOption("--onpart|--usepart"),
                .. Texts("--onbiosdisk", "--label"),
                TextOption("--hw-passphrase") with { In = Dialects.Fedora },
            ],
            Check = StorageChecks.Partition,
        },
        new("logvol")
        {
            Conflicts = AfterAutopartOrMount,
            Arguments = [new("<mntpoint>")],
            Extra = ExtraWords.RefusedByName,
            Options =
            [
                TextOption("--fstype"),
                Required("--name"),
                .. Filesystem(),
                .. Encryption(),
                .. Flags("--grow", "--recommended", "--useexisting", "--resize", "--hibernation", "--thinpool", "--thin"),
                .. Integers("--maxsize", "--percent", "--size", "--chunksize", "--metadatasize", "--cachesize"),
                Required("--vgname"),
                .. Texts("--label", "--poolname", "--profile", "--cachemode"),
                List("--cachepvs"),
            ],
            Check = StorageChecks.LogicalVolume,
        },
        new("raid")
        {
            Conflicts = AfterAutopartOrMount,
            Arguments = [new("<mntpoint>"), new("<partitions*>", PositionalCount.Any)],
            Extra = ExtraWords.Kept,
            Options =
            [
                TextOption("--fstype"),
                .. Filesystem(),
                .. Encryption(),
                Required("--device"),
                TextOption("--level") with { Refuse = v => v.ToUpperInvariant() is "RAID0" or "0" or "RAID1" or "1" or "RAID4" or "4" or "RAID5" or "5" or "RAID6" or "6" or "RAID10" or "10" ? null : $"Invalid raid level: {v}" },
                Flag("--useexisting"),
                .. Integers("--spares", "--chunksize"),
                TextOption("--label"),
            ],
            Check = StorageChecks.Raid,
        },
        new("volgroup")
        {
            Conflicts = AfterAutopartOrMount,
            Arguments = [new("<name>", PositionalCount.Any), new("<partitions*>", PositionalCount.Any)],
            Extra = ExtraWords.Kept,
            Options = [.. Flags("--noformat", "--useexisting"), .. Integers("--reserved-space", "--reserved-percent", "--pesize")],
            Check = StorageChecks.VolumeGroup,
        },
        new("btrfs")
        {
            StatusInRhel10 = CommandStatus.Removed,
            Extra = ExtraWords.Kept,
            Options =
            [
                .. Flags("--noformat", "--useexisting", "--subvol"),
                .. Texts("--label", "--parent", "--name", "--mkfsoptions"),
                Level("--data"),
                Level("--metadata"),
            ],
            Check = StorageChecks.Btrfs,
        },
        new("mount")
        {
            Conflicts = ["autopart", "partition", "raid", "volgroup", "logvol", "reqpart"],
            Arguments = [new("<device>"), new("<mntpoint>")],
            Extra = ExtraWords.RefusedByName,
            Options = [new(["--reformat"], OptionKind.OptionalText), .. Texts("--mkfsoptions", "--mountoptions")],
            Check = StorageChecks.Mount,
        },
        new("reqpart") { Conflicts = AfterAutopartOrMount, Options = [Flag("--add-boot")] },
        new("clearpart")
        {
            Options = [.. Flags("--all", "--initlabel", "--linux", "--none", "--cdl"), TextOption("--disklabel"), List("--drives"), List("--list")],
        },
        new("ignoredisk")
        {
            KeepsValues = true,
            Options = [List("--drives"), List("--only-use")],
            Check = StorageChecks.IgnoreDisk,
        },
        new("snapshot")
        {
            Arguments = [new("<originVG/originLV>")],
            Options =
            [
                Required("--name"),
                Required("--when") with { Refuse = v => v.ToLowerInvariant() is "pre-install" or "post-install" ? null : $"Invalid parameter to --when= argument: {v}" },
            ],
            Check = StorageChecks.Snapshot,
        },
        new("zerombr"),
        new("dmraid") { Status = CommandStatus.Removed },
        new("multipath") { Status = CommandStatus.Removed },
        new("nvdimm") { Status = CommandStatus.Deprecated, StatusInRhel10 = CommandStatus.Removed },
        new("fcoe") { Options = [Required("--nic"), .. Flags("--dcb", "--autovlan")], Check = line => line.WarnAgain(line.Text("--nic"), $"A FCOE device with the name {line.Text("--nic")} has already been defined.") },
        new("iscsi") { Options = [Required("--ipaddr"), Integer("--port"), .. Texts("--target", "--user", "--password", "--reverse-user", "--reverse-password", "--iface")] },
        new("iscsiname") { Arguments = [new("<iqn>")], Extra = ExtraWords.RefusedByName },
        new("zfcp") { Options = [Required("--devnum"), .. Texts("--wwpn", "--fcplun")], Check = StorageChecks.Zfcp },
    ];

    private static IEnumerable<OptionSyntax> Filesystem() => [Flag("--noformat"), .. Texts("--fsoptions", "--fsprofile", "--mkfsoptions")];

    private static IEnumerable<OptionSyntax> Encryption() =>
    [
        .. Flags("--encrypted", "--backuppassphrase"),
        .. Texts("--passphrase", "--escrowcert", "--cipher"),
        TextOption("--luks-version") with { Resets = true },
        TextOption("--pbkdf") with { Resets = true },
        .. Integers("--pbkdf-memory", "--pbkdf-time", "--pbkdf-iterations"),
    ];

    private static OptionSyntax Level(string name) => TextOption(name) with
    {
        Refuse = v => v.ToLowerInvariant() is "raid0" or "0" or "raid1" or "1" or "raid10" or "10" or "single" ? null : $"Invalid btrfs level: {v}",
    };
}
