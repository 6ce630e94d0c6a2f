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

    public override string ToString() => Value ?? "";

    public static implicit operator FieldPath(string value) => new(value);
}
