namespace Veilor.Designer.Core.Fields;

/// <summary>
/// Names one field of a design: <c>system.hostname</c>, or an item of a list by its natural key:
/// <c>storage.partitions[boot].size</c>. It is what lines, diagnostics, undo labels and links refer to.
/// </summary>
/// <param name="Value">The dotted path; keys of list items stand in square brackets.</param>
public readonly record struct FieldPath(string Value)
{
    /// <summary>The section: the part before the first dot.</summary>
    public string Section => Value is null ? "" : Value.Split('.', 2)[0];

    /// <summary>The path of the item with this key in the list that this path names.</summary>
    public FieldPath Item(string key) => new($"{Value}[{key}]");

    /// <summary>The path of a member below this one.</summary>
    public FieldPath Member(string name) => new($"{Value}.{name}");

    /// <summary>The field itself, without the key and member of a list item: <c>storage.partitions</c>.</summary>
    public FieldPath Field
    {
        get
        {
            var bracket = Value.IndexOf('[', StringComparison.Ordinal);
            return bracket < 0 ? this : new FieldPath(Value[..bracket]);
        }
    }

    /// <summary>True for this path and for every path below it: its items and their members.</summary>
    public bool Covers(FieldPath other) =>
        Value is not null && other.Value is { } value && value.StartsWith(Value, StringComparison.Ordinal)
        && (value.Length == Value.Length || value[Value.Length] is '.' or '[');

    /// <summary>The item of a list that this path names or lies in: <c>storage.partitions[boot]</c>; null outside of an item.</summary>
    public FieldPath? ListItem => Value?.LastIndexOf(']') is int end and >= 0 ? new FieldPath(Value[..(end + 1)]) : (FieldPath?)null;

    public override string ToString() => Value ?? "";

    public static implicit operator FieldPath(string value) => new(value);
}
