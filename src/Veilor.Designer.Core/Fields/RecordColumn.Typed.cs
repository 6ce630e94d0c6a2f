using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>A column with its value type: a lens into the row and the codec of the cell.</summary>
public sealed class RecordColumn<TItem, T> : RecordColumn<TItem>
{
    private readonly Func<TItem, T> _get;
    private readonly Func<TItem, T, TItem> _set;

    internal RecordColumn(
        string name,
        string label,
        string help,
        ValueCodec<T> codec,
        Func<TItem, T> get,
        Func<TItem, T, TItem> set,
        bool isRequired = false)
        : base(name, label, help, isRequired)
    {
        Codec = codec;
        _get = get;
        _set = set;
    }

    public ValueCodec<T> Codec { get; }

    public T Get(TItem item) => _get(item);

    public TItem Set(TItem item, T value) => _set(item, value);

    internal override string? ToToml(TItem item)
    {
        var value = _get(item);
        return Codec.IsUnset(value) || (!IsRequired && value is false) ? null : Codec.ToToml(value);
    }

    internal override TItem FromToml(TItem item, TomlNode node, FieldPath path, ICollection<TomlProblem> problems)
    {
        if (Codec.TryFromToml(node, out var value, out var error))
        {
            return _set(item, value);
        }

        problems.Add(new TomlProblem(node.Line, node.Column, $"{path}.{Name}: {error}"));
        return item;
    }
}
