using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>Leads to the settings that the builder decodes with code of its own.</summary>
internal static class OwnDecoders
{
    /// <exception cref="ConfigErrorException">The value is refused.</exception>
    /// <exception cref="JsonTypeException">A value inside has the wrong type.</exception>
    public static void CheckJson(ConfigValue value, SchemaType type, Func<string, IncludedFileKind>? findFile)
    {
        switch (type.Kind)
        {
            case SchemaKind.Size:
                DiskDecoder.CheckSize(value);
                break;
            case SchemaKind.Disk:
                DiskDecoder.CheckDisk(value);
                break;
            case SchemaKind.Partition:
                DiskDecoder.CheckPartition(value);
                break;
            case SchemaKind.LogicalVolume:
                DiskDecoder.CheckLogicalVolume(value);
                break;
            case SchemaKind.Filesystem:
                FilesystemDecoder.CheckJson(value);
                break;
            case SchemaKind.File:
                FileNodeDecoder.CheckJson(value, DiskSchema.File, findFile);
                break;
            case SchemaKind.Directory:
                FileNodeDecoder.CheckJson(value, DiskSchema.Directory, findFile);
                break;
            default:
                break;
        }
    }

    /// <exception cref="ConfigErrorException">The value is refused.</exception>
    public static void CheckToml(ConfigValue value, SchemaType type, Func<string, IncludedFileKind>? findFile)
    {
        switch (type.Kind)
        {
            case SchemaKind.Disk:
                DiskDecoder.CheckTomlDisk(value);
                break;
            case SchemaKind.Filesystem:
                FilesystemDecoder.CheckToml(value);
                break;
            case SchemaKind.File:
                FileNodeDecoder.CheckToml(value, isFile: true, findFile);
                break;
            case SchemaKind.Directory:
                FileNodeDecoder.CheckToml(value, isFile: false, findFile);
                break;
            case SchemaKind.Script:
                DiskDecoder.CheckTomlScript(value);
                break;
            default:
                break;
        }
    }
}
