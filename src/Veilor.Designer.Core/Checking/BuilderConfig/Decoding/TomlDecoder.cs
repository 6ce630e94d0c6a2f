using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>
/// Checks a TOML file against a schema as the builder's decoder does. Keys that nothing took are an error, with
/// one oddity: tables inside an inline array of a setting that decodes itself are never marked as taken, so
/// <c>partitions = [{ … }]</c> is refused where <c>[[partitions]]</c> passes.
/// </summary>
internal sealed class TomlDecoder
{
    private readonly TomlDocument _document;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private readonly Func<string, IncludedFileKind>? _findFile;

    private TomlDecoder(TomlDocument document, Func<string, IncludedFileKind>? findFile)
    {
        _document = document;
        _findFile = findFile;
    }

    /// <exception cref="ConfigErrorException">A value has the wrong type or is refused, or a key is unknown.</exception>
    public static void Check(TomlDocument document, SchemaType type, Func<string, IncludedFileKind>? findFile = null)
    {
        var decoder = new TomlDecoder(document, findFile);
        decoder.Visit(document.Root, type, string.Empty);
        var unknown = document.KeyOrder.Where(k => !decoder._taken.Contains(k.Path)).ToList();
        if (unknown.Count > 0)
        {
            throw new ConfigErrorException(
                $"unknown keys found: [{string.Join(' ', unknown.Select(k => k.Path))}]",
                unknown[0].Line,
                unknown[0].Column);
        }
    }

    private void Visit(ConfigValue value, SchemaType type, string path)
    {
        if (type.HasOwnDecoder)
        {
            VisitOwn(value, type, path);
            return;
        }

        switch (type.Kind)
        {
            case SchemaKind.Table:
                VisitTable(value, type, path);
                break;
            case SchemaKind.List when value is ConfigList list:
                foreach (var item in list.Items)
                {
                    Visit(item, type.Element!, path);
                }

                break;
            case SchemaKind.Text when value is ConfigScalar { Value: string }:
            case SchemaKind.Boolean when value is ConfigScalar { Value: bool }:
            case SchemaKind.Integer when value is ConfigScalar { Value: long }:
                break;
            default:
                throw Problem(path, value, $"incompatible types: TOML value has type {GoText.TomlTypeOf(value)}; destination has type {NameOf(type.Kind)}");
        }
    }

    private void VisitTable(ConfigValue value, SchemaType type, string path)
    {
        if (value is not ConfigTable table)
        {
            throw Problem(path, value, $"type mismatch for {type.Name}: expected table but found {GoText.TomlTypeOf(value)}");
        }

        foreach (var entry in table.Entries)
        {
            var field = type.Fields.FirstOrDefault(f => f.Name == entry.Name)
                ?? type.Fields.FirstOrDefault(f => string.Equals(f.Name, entry.Name, StringComparison.OrdinalIgnoreCase));
            if (field is not null)
            {
                var inner = TomlPath.Join(path, entry.Name);
                _taken.Add(inner);
                Visit(entry.Value, field.Type, inner);
            }
        }
    }

    private void VisitOwn(ConfigValue value, SchemaType type, string path)
    {
        try
        {
            OwnDecoders.CheckToml(value, type, _findFile);
        }
        catch (ConfigErrorException problem)
        {
            throw new ConfigErrorException($"toml: line {LineOf(path)} (last key {GoText.Quote(path)}): {problem.Message}", problem.Line, problem.Column);
        }

        TakeAll(value, path);
    }

    private void TakeAll(ConfigValue value, string path)
    {
        if (value is ConfigList { IsTableArray: true } list)
        {
            foreach (var item in list.Items)
            {
                TakeAll(item, path);
            }
        }
        else if (value is ConfigTable table)
        {
            foreach (var entry in table.Entries)
            {
                var inner = TomlPath.Join(path, entry.Name);
                _taken.Add(inner);
                TakeAll(entry.Value, inner);
            }
        }
    }

    private int LineOf(string path) => _document.KeyLines.GetValueOrDefault(path);

    private ConfigErrorException Problem(string path, ConfigValue at, string message)
    {
        var line = LineOf(path);
        var place = line > 0 ? $"line {line} (last key {GoText.Quote(path)})" : $"(last key {GoText.Quote(path)})";
        return new ConfigErrorException($"toml: {place}: {message}", at.Line, at.Column);
    }

    private static string NameOf(SchemaKind kind) => kind switch
    {
        SchemaKind.Text => "string",
        SchemaKind.Boolean => "boolean",
        SchemaKind.List => "slice",
        _ => "integer",
    };
}
