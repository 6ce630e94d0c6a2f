namespace Veilor.Designer.Core.Checking.BuilderConfig.Schema;

/// <summary>How a setting's value is decoded.</summary>
internal enum SchemaKind
{
    Text,
    Boolean,
    Integer,

    /// <summary>An integer that may not be negative.</summary>
    Unsigned,

    /// <summary>Any value; it is judged later.</summary>
    Anything,

    Table,
    List,

    /// <summary>A number of bytes, or a text such as <c>10 GiB</c>.</summary>
    Size,

    /// <summary>An entry of <c>customizations.filesystem</c>.</summary>
    Filesystem,

    /// <summary>The table <c>customizations.disk</c>.</summary>
    Disk,

    /// <summary>An entry of <c>customizations.disk.partitions</c>.</summary>
    Partition,

    /// <summary>An entry of <c>logical_volumes</c>.</summary>
    LogicalVolume,

    /// <summary>An entry of <c>customizations.files</c>.</summary>
    File,

    /// <summary>An entry of <c>customizations.directories</c>.</summary>
    Directory,

    /// <summary>An entry of <c>customizations.firstboot.scripts</c>; any table passes.</summary>
    Script,
}
