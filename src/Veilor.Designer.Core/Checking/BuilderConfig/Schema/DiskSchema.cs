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
        new("type", Text),
        new("minsize", Size),
        new("partitions", ListOf(new SchemaType(SchemaKind.Partition, "blueprint.PartitionCustomization"))),
        new("start_offset", Size),
        new("sector_size", Unsigned));

    /// <summary>What is read of a partition before its type is known.</summary>
    public static readonly SchemaType AnyPartition = Table(string.Empty, [.. PartitionFields()]);

    public static readonly SchemaType PlainPartition = Table(
        string.Empty,
        [
            .. PartitionFields(),
            Nested("mountpoint", Text, "FilesystemTypedCustomization"),
            Nested("label", Text, "FilesystemTypedCustomization"),
            Nested("fs_type", Text, "FilesystemTypedCustomization"),
        ]);

    public static readonly SchemaType BtrfsPartition = Table(
        string.Empty,
        [
            .. PartitionFields(),
            Nested(
                "subvolumes",
                Tables("BtrfsSubvolumeCustomization", new("name", Text), new("mountpoint", Text)),
                "BtrfsVolumeCustomization"),
        ]);

    public static readonly SchemaType LvmPartition = Table(
        string.Empty,
        [
            .. PartitionFields(),
            Nested("name", Text, "VGCustomization"),
            Nested("logical_volumes", ListOf(new SchemaType(SchemaKind.LogicalVolume, "blueprint.LVCustomization")), "VGCustomization"),
        ]);

    /// <summary>A logical volume. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType LogicalVolume = Table(
        string.Empty,
        new("name", Text),
        new("minsize", Anything),
        Nested("mountpoint", Text, "FilesystemTypedCustomization"),
        Nested("label", Text, "FilesystemTypedCustomization"),
        Nested("fs_type", Text, "FilesystemTypedCustomization"));

    /// <summary>An entry of <c>customizations.filesystem</c>. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType Filesystem = Table(
        "blueprint.FilesystemCustomization",
        new("mountpoint", Text),
        new("minsize", Anything),
        new("size", Anything));

    /// <summary>An entry of <c>customizations.files</c>. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType File = Table(
        "blueprint.fileCustomization",
        new("path", Text),
        new("user", Anything),
        new("group", Anything),
        new("mode", Text),
        new("data", Text),
        new("uri", Text));

    /// <summary>An entry of <c>customizations.directories</c>. Unknown keys here are swallowed.</summary>
    public static readonly SchemaType Directory = Table(
        "blueprint.directoryCustomization",
        new("path", Text),
        new("user", Anything),
        new("group", Anything),
        new("mode", Text),
        new("ensure_parents", Flag));

    private static IEnumerable<SchemaField> PartitionFields() =>
    [
        new("type", Text),
        new("minsize", Anything),
        new("part_type", Text),
        new("part_label", Text),
        new("part_uuid", Text),
    ];

    private static SchemaField Nested(string name, SchemaType type, string inside) => new(name, type) { ErrorName = $"{inside}.{name}" };
}
