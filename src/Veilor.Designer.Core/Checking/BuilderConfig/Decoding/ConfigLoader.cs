using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>Loads a config as the builder does, up to the point where it knows every setting.</summary>
internal static class ConfigLoader
{
    /// <summary>The decoded file.</summary>
    /// <exception cref="ConfigErrorException">The builder refuses the file; the message is its own.</exception>
    public static ConfigTable Load(BuilderConfigRequest request)
    {
        var isToml = request.Format == ConfigFormat.Toml;
        var file = request.IsStandardInput ? "-" : isToml ? "/config.toml" : "/config.json";
        try
        {
            return isToml ? LoadToml(request) : LoadJson(request, file);
        }
        catch (ConfigErrorException problem) when (problem.Message.StartsWith("multiple ", StringComparison.Ordinal))
        {
            throw new ConfigErrorException($"cannot read config: {problem.Message}", problem.Line, problem.Column);
        }
        catch (ConfigErrorException problem)
        {
            throw new ConfigErrorException($"cannot read config: cannot decode \"{file}\": {problem.Message}", problem.Line, problem.Column);
        }
        catch (JsonTypeException problem)
        {
            throw new ConfigErrorException($"cannot read config: cannot decode \"{file}\": {problem.Message}", problem.Line, problem.Column);
        }
    }

    private static ConfigTable LoadToml(BuilderConfigRequest request)
    {
        var document = TomlReader.Read(request.Text, request.AllowToml11);
        TomlDecoder.Check(document, BlueprintSchema.Root, request.FindFile);
        return Joined(document.Root);
    }

    /// <summary>
    /// The table with those joined whose names differ in case only: the decoder fills one structure from both. The layout
    /// is set anew by each, so it stays with the first.
    /// </summary>
    private static ConfigTable Joined(ConfigTable table)
    {
        var joined = new ConfigTable(table.Line, table.Column);
        foreach (var same in table.Entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase))
        {
            var entries = same.ToList();
            if (string.Equals(same.Key, "disk", StringComparison.OrdinalIgnoreCase) || !entries.TrueForAll(entry => entry.Value is ConfigTable))
            {
                entries.ForEach(joined.Set);
                continue;
            }

            var all = new ConfigTable(entries[0].Value.Line, entries[0].Value.Column);
            foreach (var entry in entries.SelectMany(entry => ((ConfigTable)entry.Value).Entries))
            {
                all.Set(entry);
            }

            joined.Set(entries[0] with { Value = Joined(all) });
        }

        return joined;
    }

    private static ConfigTable LoadJson(BuilderConfigRequest request, string file)
    {
        var value = JsonReader.ReadFirst(request.Text, out var rest);

        // Before May 2024 the blueprint stood under a key of its own; that form is still read.
        if (rest.Length == 0 && (value as ConfigTable)?.Match("blueprint")?.Value is { } wrapped and not ConfigScalar { Value: null })
        {
            value = wrapped;
        }

        JsonDecoder.Check(value, BlueprintSchema.Root, strict: true, request.FindFile);
        if (rest.Length > 0 && rest[0] is not (']' or '}'))
        {
            throw new ConfigErrorException($"multiple configuration objects or extra data found in \"{file}\"");
        }

        return value as ConfigTable ?? new ConfigTable(1, 1);
    }
}
