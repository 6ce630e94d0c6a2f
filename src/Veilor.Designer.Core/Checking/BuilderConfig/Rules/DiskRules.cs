using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Decoding;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// What <c>customizations.disk</c> may say. Sources: osbuild/blueprint disk_customizations.go;
/// osbuild/image-builder pkg/disk/partition_table.go.
/// </summary>
internal static partial class DiskRules
{
    /// <summary>The checks that need nothing but the table itself.</summary>
    /// <exception cref="ConfigErrorException">The layout is refused.</exception>
    public static void Check(ConfigTable? disk)
    {
        if (disk is null)
        {
            return;
        }

        var type = disk.TextAt("type");
        var partitions = disk.TablesAt("partitions").ToList();
        if (type is not ("" or "gpt" or "dos"))
        {
            throw Error(disk.At("type")!, $"error reading disk customizations: unknown partition table type: {type} (valid: gpt, dos)");
        }

        if (type == "dos" && partitions.Count > 4)
        {
            throw Error(disk.At("partitions")!, string.Create(CultureInfo.InvariantCulture, $"error reading disk customizations: invalid partitioning customizations: \"dos\" partition table type only supports up to 4 partitions: got {partitions.Count}"));
        }

        CheckSectorSize(disk);
        var mountpoints = new HashSet<string>(StringComparer.Ordinal);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<string>();
        ConfigTable? first = null;
        foreach (var partition in partitions)
        {
            var found = (List<string?>)[TypeProblem(partition, type), IdProblem(partition, type), LabelProblem(partition, type), ContentProblem(partition, mountpoints, groups)];
            problems.AddRange(found.OfType<string>());
            first ??= found.Exists(p => p is not null) ? partition : null;
        }

        if (first is not null)
        {
            throw new ConfigErrorException(
                $"error reading disk customizations: invalid partitioning customizations:\n{string.Join('\n', problems)}",
                first.Line,
                first.Column);
        }
    }

    /// <summary>The checks that come when the partition table is made.</summary>
    /// <exception cref="ConfigErrorException">The builder cannot make it.</exception>
    public static void CheckTable(ConfigTable disk)
    {
        var partitions = disk.TablesAt("partitions").ToList();
        var volumes = partitions.Where(p => p.TextAt("type") == "btrfs").ToList();
        var groups = partitions.Where(p => p.TextAt("type") == "lvm").ToList();
        const string prefix = "cannot use disk customization:";
        if (volumes.Count > 0 && groups.Count > 0)
        {
            throw Error(groups[0], $"{prefix} btrfs and lvm partitioning cannot be combined");
        }

        if (volumes.Count > 1)
        {
            throw Error(volumes[1], $"{prefix} multiple btrfs volumes are not yet supported");
        }

        if (groups.Count > 1)
        {
            throw Error(groups[1], $"{prefix} multiple LVM volume groups are not yet supported");
        }

        var type = disk.TextAt("type") is "dos" ? "dos" : "gpt";
        foreach (var partition in partitions)
        {
            if (TypeProblem(partition, type) is { } problem)
            {
                throw Error(partition.At("part_type")!, $"error generating partition table: error validating partition type ID for {GoText.Quote(partition.TextAt("mountpoint"))}: {problem}");
            }
        }

        var count = partitions.Count + AddedPartitions(partitions);
        if (type == "dos" && count > 4)
        {
            throw Error(disk.At("partitions") ?? disk.At("type")!, string.Create(CultureInfo.InvariantCulture, $"error generating partition table: invalid partition table: \"dos\" partition table type only supports up to 4 partitions: got {count} after creating the partition table with all necessary partitions"));
        }
    }

    /// <summary>How many partitions the builder adds on x86_64: for BIOS boot, and an ESP, /boot and / where they are missing.</summary>
    private static int AddedPartitions(List<ConfigTable> partitions)
    {
        var plain = Plain(partitions);
        var subvolumes = Subvolumes(partitions);
        var logical = partitions.SelectMany(p => p.TablesAt("logical_volumes")).Select(v => v.TextAt("mountpoint")).ToHashSet(StringComparer.Ordinal);
        var needsRoot = !HasVolumes(partitions) && !plain.Contains("/") && !subvolumes.Contains("/") && !logical.Contains("/");
        return 1 + (plain.Contains("/boot/efi") ? 0 : 1) + (NeedsBoot(partitions) ? 1 : 0) + (needsRoot ? 1 : 0);
    }

    /// <summary>True when the builder adds a partition for /boot, because the boot loader could not read the one that holds it.</summary>
    internal static bool NeedsBoot(List<ConfigTable> partitions)
    {
        var plain = Plain(partitions);
        var subvolumes = Subvolumes(partitions);
        return HasVolumes(partitions) && !plain.Contains("/") && !plain.Contains("/boot") && !(subvolumes.Contains("/") && subvolumes.Contains("/boot"));
    }

    private static bool HasVolumes(List<ConfigTable> partitions) => partitions.Exists(p => p.TextAt("type") is "btrfs" or "lvm");

    private static HashSet<string> Plain(List<ConfigTable> partitions) =>
        partitions.Where(p => p.TextAt("type") is "" or "plain").Select(p => p.TextAt("mountpoint")).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Subvolumes(List<ConfigTable> partitions) =>
        partitions.SelectMany(p => p.TablesAt("subvolumes")).Select(s => s.TextAt("mountpoint")).ToHashSet(StringComparer.Ordinal);

    private static void CheckSectorSize(ConfigTable disk)
    {
        var size = DiskDecoder.BytesOf(disk.At("sector_size")?.Value);
        if (size != 0 && !ulong.IsPow2(size))
        {
            throw Error(disk.At("sector_size")!, string.Create(CultureInfo.InvariantCulture, $"error reading disk customizations: invalid partitioning customizations: sector_size must be a power of 2, got {size}"));
        }
    }

    private static string? TypeProblem(ConfigTable partition, string tableType)
    {
        var partType = partition.TextAt("part_type");
        if (partType.Length == 0)
        {
            return null;
        }

        var uuidProblem = UuidText.FindProblem(partType);
        var isDosType = DosTypePattern().IsMatch(partType);
        return tableType switch
        {
            "gpt" when uuidProblem is not null => $"invalid partition part_type {GoText.Quote(partType)} for partition table type \"gpt\" (must be a valid UUID): {uuidProblem}",
            "dos" when !isDosType => $"invalid partition part_type {GoText.Quote(partType)} for partition table type \"dos\" (must be a 2-digit hex number)",
            "" when uuidProblem is not null && !isDosType => $"invalid part_type {GoText.Quote(partType)}: must be a valid UUID for GPT partition tables or a 2-digit hex number for DOS partition tables",
            _ => null,
        };
    }

    private static string? IdProblem(ConfigTable partition, string tableType)
    {
        var uuid = partition.TextAt("part_uuid");
        if (uuid.Length == 0)
        {
            return null;
        }

        if (tableType == "dos")
        {
            return "part_type is not supported for dos partition tables";
        }

        return UuidText.FindProblem(uuid) is { } problem ? $"invalid partition part_uuid {GoText.Quote(uuid)} (must be a valid UUID): {problem}" : null;
    }

    private static string? LabelProblem(ConfigTable partition, string tableType)
    {
        var label = partition.TextAt("part_label");
        return label.Length switch
        {
            0 => null,
            _ when tableType == "dos" => "part_label is not supported for dos partition tables",
            > 36 => "part_label is not a valid GPT label, it is too long",
            _ => null,
        };
    }

    private static string? ContentProblem(ConfigTable partition, HashSet<string> mountpoints, HashSet<string> groups) =>
        partition.TextAt("type") switch
        {
            "lvm" => VolumeRules.FindGroupProblem(partition, mountpoints, groups),
            "btrfs" => VolumeRules.FindBtrfsProblem(partition, mountpoints),
            _ => VolumeRules.FindPlainProblem(partition, mountpoints),
        };

    private static ConfigErrorException Error(ConfigEntry at, string message) => new(message, at.Line, at.Column);

    private static ConfigErrorException Error(ConfigTable at, string message) => new(message, at.Line, at.Column);

    [GeneratedRegex(@"^[0-9a-fA-F]{2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex DosTypePattern();
}
