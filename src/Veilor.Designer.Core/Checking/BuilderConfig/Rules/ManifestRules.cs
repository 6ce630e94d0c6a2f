using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Decoding;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// What passes every check and ends the builder when it writes the manifest: it crashes, so there is no image.
/// Sources: osbuild/image-builder, pkg/osbuild/mkfs_stage.go, lvm2_create_stage.go, lvm2_metadata_stage.go,
/// systemd_unit_create_stage.go,
/// pkg/disk/lvm.go and pkg/manifest/raw_bootc.go.
/// </summary>
internal static partial class ManifestRules
{
    private const string UnitName = @"^[\w:.\\-]+[@]{0,1}[\w:.\\-]*\.(service|mount|socket|swap)$";

    private const string VolumeName = "^[a-zA-Z0-9+_.][a-zA-Z0-9+_.-]*$";

    /// <exception cref="ConfigErrorException">The builder crashes; the text is what it prints first.</exception>
    public static void Check(string type, ConfigTable? customizations, string? rootfs)
    {
        var isPxe = type == "pxe-tar-xz";
        if (customizations.At("disk") is { Value: ConfigTable disk } entry)
        {
            CheckDisk(entry, disk, rootfs, isPxe);
        }
        else if (!isPxe)
        {
            CheckUnits(customizations.TablesAt("filesystem").Select(each => each.At("mountpoint")).OfType<ConfigEntry>(), ["/boot/efi", "/", "/boot"], isLayout: false);
        }

        if (!isPxe
            && customizations.At("ignition", "firstboot") is { Value: ConfigTable } firstboot
            && customizations.TextAt("ignition", "firstboot", "url").Length == 0
            && !customizations.FlagAt("ignition", "firstboot", "empty"))
        {
            throw Crash(firstboot, "runtime error: invalid memory address or nil pointer dereference");
        }

        foreach (var file in customizations.TablesAt("files").Where(file => file.TextAt("uri").Length > 0))
        {
            var uri = file.At("uri")!;
            throw new ConfigErrorException($"cannot serialize pipeline \"image\": cannot create file {GoText.Quote(file.TextAt("path"))} from {GoText.Quote(FileNodeDecoder.PathOf(file.TextAt("uri")))}: files from an URI are not supported for bootc disk images", uri.Line, uri.Column);
        }
    }

    private static void CheckDisk(ConfigEntry entry, ConfigTable disk, string? rootfs, bool isPxe)
    {
        var partitions = disk.TablesAt("partitions").ToList();
        var groups = partitions.Where(p => p.TextAt("type") == "lvm").ToList();
        var subvolumes = partitions.SelectMany(p => p.TablesAt("subvolumes")).ToList();
        var hasRoot = partitions.Concat(groups.SelectMany(g => g.TablesAt("logical_volumes"))).Concat(subvolumes).Any(t => t.TextAt("mountpoint") == "/");
        if (rootfs == "btrfs" && !hasRoot && !partitions.Exists(p => p.TextAt("type") == "btrfs"))
        {
            throw Crash(entry, "unknown fs type: btrfs for /");
        }

        foreach (var group in groups)
        {
            CheckNames(group);
        }

        if (!isPxe)
        {
            var mounts = partitions
                .SelectMany(partition => partition.TablesAt("logical_volumes").Concat(partition.TablesAt("subvolumes")).Prepend(partition))
                .Select(each => each.At("mountpoint"))
                .OfType<ConfigEntry>();
            CheckUnits(mounts, ["/boot/efi", "/", .. DiskRules.NeedsBoot(partitions) ? (string[])["/boot"] : []], isLayout: true);
        }
    }

    /// <summary>
    /// A mount unit is written for every mount point. Its name is the path with hyphens for slashes, without systemd's own escapes,
    /// so some paths give no name, and two paths can give one.
    /// </summary>
    private static void CheckUnits(IEnumerable<ConfigEntry> mounts, string[] added, bool isLayout)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var units = new HashSet<string>(StringComparer.Ordinal);
        var entries = mounts.Where(each => each.Value is ConfigScalar { Value: string { Length: > 0 } text } && places.Add(text)).ToList();
        foreach (var place in added.Where(place => !places.Contains(place) || (isLayout && place is "/boot")))
        {
            units.Add(UnitOf(place));
        }

        foreach (var entry in entries)
        {
            var unit = UnitOf((string)((ConfigScalar)entry.Value).Value!);
            if (!UnitNamePattern().IsMatch(unit))
            {
                throw Crash(entry, $"invalid filename {GoText.Quote(unit)} for systemd unit: does not conform to schema ({UnitName})");
            }

            if (!units.Add(unit))
            {
                throw Crash(entry, $"error sorting systemd unit mount stages: possible duplicate mount unit filenames: \"{unit}\" \"{unit}\"");
            }
        }
    }

    private static string UnitOf(string place) => $"{(place == "/" ? "-" : place.Trim('/').Replace('/', '-'))}.mount";

    /// <summary>Names are held against LVM's own pattern only here; a volume without one is named after its mount point.</summary>
    private static void CheckNames(ConfigTable group)
    {
        foreach (var volume in group.TablesAt("logical_volumes"))
        {
            var name = volume.TextAt("name") is { Length: > 0 } given ? given : NameAfter(volume.TextAt("mountpoint"));
            if (!VolumeNamePattern().IsMatch(name))
            {
                throw Crash(volume.At("name") ?? volume.At("mountpoint")!, $"volume name {GoText.Quote(name)} doesn't conform to schema ({VolumeName})");
            }
        }

        if (group.TextAt("name") is { Length: > 0 } label && !VolumeNamePattern().IsMatch(label))
        {
            throw Crash(group.At("name")!, $"volume group name {GoText.Quote(label)} doesn't conform to schema ({VolumeName})");
        }
    }

    private static string NameAfter(string mountpoint) =>
        mountpoint == "/" ? "rootlv" : $"{mountpoint.TrimStart('/').Replace('/', '_')}lv";

    private static ConfigErrorException Crash(ConfigEntry at, string message) => new($"panic: {message}", at.Line, at.Column);

    [GeneratedRegex(@"^[A-Za-z0-9_:.\\-]+@?[A-Za-z0-9_:.\\-]*\.mount\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex UnitNamePattern();

    [GeneratedRegex(@"^[a-zA-Z0-9+_.][a-zA-Z0-9+_.-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex VolumeNamePattern();
}
