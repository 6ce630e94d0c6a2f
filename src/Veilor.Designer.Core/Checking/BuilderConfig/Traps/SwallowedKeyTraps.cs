using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Unknown keys in the tables that decode themselves: elsewhere the builder refuses them, here they vanish.</summary>
internal static class SwallowedKeyTraps
{
    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        var customizations = context.Customizations;
        var disk = customizations.TableAt("disk");
        return Unknown(disk, DiskSchema.Disk, "customizations.disk", ignoreCase: true)
            .Concat(customizations.TablesAt("filesystem").SelectMany(t => Unknown(t, FilesystemSchema(context), "customizations.filesystem", ignoreCase: false)))
            .Concat(customizations.TablesAt("files").SelectMany(t => Unknown(t, DiskSchema.File, "customizations.files", IsJson(context))))
            .Concat(customizations.TablesAt("directories").SelectMany(t => Unknown(t, DiskSchema.Directory, "customizations.directories", IsJson(context))))
            .Concat(disk.TablesAt("partitions").SelectMany(p => p.TablesAt("logical_volumes")).SelectMany(t => Unknown(t, DiskSchema.LogicalVolume, "logical_volumes", ignoreCase: true)));
    }

    private static bool IsJson(TrapContext context) => context.Request.Format == ConfigFormat.Json;

    /// <summary>The older name <c>size</c> is known in TOML only.</summary>
    private static SchemaType FilesystemSchema(TrapContext context) => IsJson(context)
        ? DiskSchema.Filesystem with { Fields = [.. DiskSchema.Filesystem.Fields.Where(f => f.Name != "size")] }
        : DiskSchema.Filesystem;

    private static IEnumerable<CheckTrap> Unknown(ConfigTable? table, SchemaType schema, string where, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var entry in table?.Entries ?? [])
        {
            if (!schema.Fields.Any(f => string.Equals(f.Name, entry.Name, comparison)))
            {
                yield return TrapFinder.At(
                    entry,
                    "swallowed-key",
                    DiagnosticSeverity.Error,
                    $"{GoText.Quote(entry.Name)} is not a key of {where}; known are {string.Join(", ", schema.Fields.Select(f => f.Name))}.",
                    "This table is decoded without the check for unknown keys, so a typo is dropped in silence.");
            }
        }
    }
}
