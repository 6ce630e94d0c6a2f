using System.Globalization;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>
/// Checks a tree against a schema as Go's JSON decoder does: it goes on after a wrong type or an unknown key and
/// reports the first of them at the end, while an error in code of the builder's own ends it at once.
/// </summary>
internal sealed class JsonDecoder
{
    private readonly bool _strict;
    private readonly Func<string, IncludedFileKind>? _findFile;
    private readonly List<string> _path = [];
    private string _structure = string.Empty;
    private Exception? _first;

    private JsonDecoder(bool strict, Func<string, IncludedFileKind>? findFile)
    {
        _strict = strict;
        _findFile = findFile;
    }

    /// <param name="value">The value to check.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="strict">True to refuse unknown keys.</param>
    /// <param name="findFile">Looks at the path of a file to take in; null when nothing is there.</param>
    /// <exception cref="JsonTypeException">A value has the wrong type.</exception>
    /// <exception cref="ConfigErrorException">A key is unknown, or a value is refused.</exception>
    public static void Check(ConfigValue value, SchemaType type, bool strict, Func<string, IncludedFileKind>? findFile = null)
    {
        var decoder = new JsonDecoder(strict, findFile);
        decoder.Visit(value, type);
        if (decoder._first is { } first)
        {
            throw first;
        }
    }

    /// <summary>A number as JSON text; TOML's <c>1.0</c> becomes <c>1</c> on its way through JSON.</summary>
    public static string NumberText(ConfigScalar number) => number switch
    {
        { Raw: { } raw } => raw,
        { Value: double value } => value.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(number.Value, CultureInfo.InvariantCulture)!,
    };

    private void Visit(ConfigValue value, SchemaType type)
    {
        var isNull = value is ConfigScalar { Value: null };
        if (type.HasOwnDecoder)
        {
            if (!isNull || !type.IsOptional)
            {
                VisitOwn(value, type);
            }

            return;
        }

        if (isNull)
        {
            return;
        }

        switch (type.Kind)
        {
            case SchemaKind.Anything:
                return;
            case SchemaKind.Table when value is ConfigTable table:
                VisitTable(table, type);
                return;
            case SchemaKind.List when value is ConfigList list:
                foreach (var item in list.Items)
                {
                    Visit(item, type.Element!);
                }

                return;
            case SchemaKind.Text when value is ConfigScalar { Value: string or ConfigMoment }:
            case SchemaKind.Boolean when value is ConfigScalar { Value: bool }:
                return;
            case SchemaKind.Integer or SchemaKind.Unsigned when value is ConfigScalar { Value: long or double } number:
                VisitInteger(number, type);
                return;
            default:
                Save(KindOf(value), type, value);
                return;
        }
    }

    private void VisitInteger(ConfigScalar number, SchemaType type)
    {
        var text = NumberText(number);
        var fits = type.Kind == SchemaKind.Unsigned
            ? ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (!fits)
        {
            Save($"number {text}", type, number);
        }
    }

    private void VisitTable(ConfigTable table, SchemaType type)
    {
        var outer = _structure;
        foreach (var entry in table.Entries)
        {
            var field = type.Fields.FirstOrDefault(f => f.Name == entry.Name)
                ?? type.Fields.FirstOrDefault(f => string.Equals(f.Name, entry.Name, StringComparison.OrdinalIgnoreCase));
            if (field is null)
            {
                if (_strict)
                {
                    _first ??= new ConfigErrorException($"json: unknown field {GoText.Quote(entry.Name)}", entry.Line, entry.Column);
                }

                continue;
            }

            _path.Add(field.ErrorName);
            _structure = type.ShortName;
            Visit(entry.Value, field.Type);
            _path.RemoveAt(_path.Count - 1);
            _structure = outer;
        }
    }

    private void VisitOwn(ConfigValue value, SchemaType type)
    {
        try
        {
            OwnDecoders.CheckJson(value, type, _findFile);
        }
        catch (JsonTypeException problem)
        {
            throw problem.Within(_structure, string.Join('.', _path));
        }
    }

    private void Save(string valueType, SchemaType type, ConfigValue at) =>
        _first ??= new JsonTypeException(valueType, _structure, string.Join('.', _path), type.Name, at.Line, at.Column);

    private static string KindOf(ConfigValue value) => value switch
    {
        ConfigTable => "object",
        ConfigList => "array",
        ConfigScalar { Value: string or ConfigMoment } => "string",
        ConfigScalar { Value: bool } => "bool",
        _ => "number",
    };
}
