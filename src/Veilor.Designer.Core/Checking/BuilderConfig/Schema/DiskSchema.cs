using static Veilor.Designer.Core.Checking.BuilderConfig.Schema.SchemaTypes;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Schema;

/// <summary>
/// The shapes inside <c>customizations.disk</c>, <c>files</c> and <c>directories</c>, which the builder decodes
/// with code of its own. Source: osbuild/blueprint, disk_customizations.go and fsnode_customizations.go.
/// </summary>
internal static class DiskSchema
{
    /// <summary>The disk itself. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType Disk = Table(
        "blueprint.diskCustomizationMarshaler",
        new("type", PlainText),
        new("minsize", Size),
        new("partitions", ListOf(new SchemaType(SchemaKind.Partition, "blueprint.PartitionCustomization"))),
        new("start_offset", Size),
        new("sector_size", Unsigned));

    /// <summary>What is read of a partition before its type is known.</summary>
    public static readonly SchemaType AnyPartition = Table(
        """struct { Type string "json:\"type\""; MinSize interface {} "json:\"minsize\""; PartType string "json:\"part_type\""; PartLabel string "json:\"part_label\""; PartUUID string "json:\"part_uuid\"" }""",
        [.. PartitionFields()]);

    public static readonly SchemaType PlainPartition = Table(
        string.Empty,
        [
            .. PartitionFields(),
            Nested("mountpoint", PlainText, "FilesystemTypedCustomization"),
            Nested("label", PlainText, "FilesystemTypedCustomization"),
            Nested("fs_type", PlainText, "FilesystemTypedCustomization"),
        ]);

    public static readonly SchemaType BtrfsPartition = Table(
        string.Empty,
        [
            .. PartitionFields(),
            Nested(
                "subvolumes",
                Tables("BtrfsSubvolumeCustomization", new("name", PlainText), new("mountpoint", PlainText)),
                "BtrfsVolumeCustomization"),
        ]);

    public static readonly SchemaType LvmPartition = Table(
        string.Empty,
        [
            .. PartitionFields(),
            Nested("name", PlainText, "VGCustomization"),
            Nested("logical_volumes", ListOf(new SchemaType(SchemaKind.LogicalVolume, "blueprint.LVCustomization")), "VGCustomization"),
        ]);

    /// <summary>A logical volume. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType LogicalVolume = Table(
        """struct { Name string "json:\"name,omitempty\" toml:\"name,omitempty\""; MinSize interface {} "json:\"minsize,omitempty\" toml:\"minsize,omitempty\""; blueprint.FilesystemTypedCustomization }""",
        new("name", PlainText),
        new("minsize", Anything),
        Nested("mountpoint", PlainText, "FilesystemTypedCustomization"),
        Nested("label", PlainText, "FilesystemTypedCustomization"),
        Nested("fs_type", PlainText, "FilesystemTypedCustomization"));

    /// <summary>An entry of <c>customizations.filesystem</c>. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType Filesystem = Table(
        "blueprint.FilesystemCustomization",
        new("mountpoint", PlainText),
        new("minsize", Anything),
        new("size", Anything));

    /// <summary>An entry of <c>customizations.files</c>. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType File = Table(
        "blueprint.fileCustomization",
        new("path", PlainText),
        new("user", Anything),
        new("group", Anything),
        new("mode", PlainText),
        new("data", PlainText),
        new("uri", PlainText));

    /// <summary>An entry of <c>customizations.directories</c>. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType Directory = Table(
        "blueprint.directoryCustomization",
        new("path", PlainText),
        new("user", Anything),
        new("group", Anything),
        new("mode", PlainText),
        new("ensure_parents", Flag));

    private static IEnumerable<SchemaField> PartitionFields() =>
    [
        new("type", PlainText),
        new("minsize", Anything),
        new("part_type", PlainText),
        new("part_label", PlainText),
        new("part_uuid", PlainText),
    ];

    private static SchemaField Nested(string name, SchemaType type, string inside) => new(name, type) { ErrorName = $"{inside}.{name}" };
}
