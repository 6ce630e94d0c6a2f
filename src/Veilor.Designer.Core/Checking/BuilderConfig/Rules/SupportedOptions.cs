using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>Finds the settings that an image type does not support.</summary>
internal static class SupportedOptions
{
    /// <summary>All of them, in the order in which the builder would meet them; it names the first only.</summary>
    public static IReadOnlyList<UnsupportedOption> FindUnsupported(ConfigTable config, string imageType)
    {
        var found = new List<UnsupportedOption>();
        Visit(config, BlueprintSchema.Root, ImageTypes.SupportedOptions(imageType), string.Empty, found);
        return found;
    }

    private static void Visit(ConfigTable table, SchemaType type, IReadOnlyList<string> supported, string path, List<UnsupportedOption> found)
    {
        foreach (var field in type.Fields)
        {
            var entry = table.Match(field.Name);
            if (entry is null || IsEmpty(entry.Value, field.Type))
            {
                continue;
            }

            var inner = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var below = supported.Where(s => s.StartsWith($"{field.Name}.", StringComparison.Ordinal)).Select(s => s[(field.Name.Length + 1)..]).ToList();
            if (below.Count > 0)
            {
                if (entry.Value is ConfigTable innerTable)
                {
                    Visit(innerTable, field.Type, below, inner, found);
                }
            }
            else if (!supported.Contains(field.Name, StringComparer.Ordinal))
            {
                found.Add(new UnsupportedOption(inner, entry));
            }
        }
    }

    /// <summary>A setting that counts as not given. Optional ones count as soon as they are written down.</summary>
    private static bool IsEmpty(ConfigValue value, SchemaType type) => value switch
    {
        ConfigScalar { Value: null } => true,
        ConfigList list => list.Items.Count == 0,
        _ when type.IsOptional => false,
        ConfigScalar { Value: string text } => text.Length == 0,
        ConfigScalar { Value: false } => true,
        ConfigScalar { Value: 0L } => true,
        _ => false,
    };
}
