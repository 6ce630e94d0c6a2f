namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>
/// A value of the wrong type, as Go's JSON decoder reports it. An outer structure that passes it on puts its own
/// name and path in front, so the parts are kept apart.
/// </summary>
internal sealed class JsonTypeException : Exception
{
    public JsonTypeException(string valueType, string structure, string path, string wanted, int line, int column)
        : base(structure.Length + path.Length == 0
            ? $"json: cannot unmarshal {valueType} into Go value of type {wanted}"
            : $"json: cannot unmarshal {valueType} into Go struct field {structure}.{path} of type {wanted}")
    {
        ValueType = valueType;
        Path = path;
        Wanted = wanted;
        Line = line;
        Column = column;
    }

    public string ValueType { get; }

    public string Path { get; }

    public string Wanted { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>The same problem seen from the structure that holds this one.</summary>
    public JsonTypeException Within(string structure, string path) =>
        new(ValueType, structure, Path.Length == 0 ? path : $"{path}.{Path}", Wanted, Line, Column);
}
