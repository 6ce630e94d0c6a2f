namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Reads settings out of a config that has been decoded. Keys match without regard to case, as the decoders do it.</summary>
internal static class ConfigQueries
{
    /// <summary>The entry at a path; null when any part of it is missing.</summary>
    public static ConfigEntry? At(this ConfigTable? table, params ReadOnlySpan<string> path)
    {
        ConfigEntry? entry = null;
        foreach (var part in path)
        {
            entry = table?.Match(part);
            if (entry is null or { Value: ConfigScalar { Value: null } })
            {
                return null;
            }

            table = entry.Value as ConfigTable;
        }

        return entry;
    }

    public static ConfigTable? TableAt(this ConfigTable? table, params ReadOnlySpan<string> path) => table.At(path)?.Value as ConfigTable;

    /// <summary>The tables of a list; anything else in it is passed over.</summary>
    public static IEnumerable<ConfigTable> TablesAt(this ConfigTable? table, params ReadOnlySpan<string> path) =>
        (table.At(path)?.Value as ConfigList)?.Items.OfType<ConfigTable>() ?? [];

    /// <summary>The text at a path, and a date or time as its text, which is what the layout's own decoder makes of one; empty when it is missing.</summary>
    public static string TextAt(this ConfigTable? table, params ReadOnlySpan<string> path) => (table.At(path)?.Value as ConfigScalar)?.Value switch
    {
        string text => text,
        ConfigMoment moment => moment.Text,
        _ => string.Empty,
    };

    public static bool FlagAt(this ConfigTable? table, params ReadOnlySpan<string> path) =>
        (table.At(path)?.Value as ConfigScalar)?.Value is true;

    public static long? NumberAt(this ConfigTable? table, params ReadOnlySpan<string> path) =>
        (table.At(path)?.Value as ConfigScalar)?.Value as long?;

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<ConfigScalar> TextsAt(this ConfigTable? table, params ReadOnlySpan<string> path) =>
        (table.At(path)?.Value as ConfigList)?.Items.OfType<ConfigScalar>().Where(s => s.Value is string) ?? [];

    public static int CountAt(this ConfigTable? table, params ReadOnlySpan<string> path) =>
        (table.At(path)?.Value as ConfigList)?.Items.Count ?? 0;
}
