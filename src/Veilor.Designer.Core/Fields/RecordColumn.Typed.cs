using Veilor.Designer.Core.Comparing;
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
        bool isRequired = false,
        string? itemLabel = null)
        : base(name, label, help, isRequired)
    {
        Codec = codec;
        ItemLabel = itemLabel ?? ChangeText.InSentence(label);
        _get = get;
        _set = set;
    }

    public ValueCodec<T> Codec { get; }

    /// <summary>What the value, or one item of it, is called in a sentence: <c>group</c>.</summary>
    public string ItemLabel { get; }

    public override IReadOnlyList<ChoiceText> Choices => Codec.ChoiceTexts;

    public override bool IsSecret => Codec.IsSecret;

    public T Get(TItem item) => _get(item);

    public TItem Set(TItem item, T value) => _set(item, value);

    public override string? ErrorOf(string text) => Codec.TryParse(text, out _, out var error) ? null : error;

    public override string TextOf(TItem item) => Codec.IsSecret ? "" : Codec.Describe(_get(item));

    internal override IEnumerable<FieldChange> Compare(string subject, FieldPath path, TItem before, TItem after)
    {
        var (old, now) = (_get(before), _get(after));
        if (EqualityComparer<T>.Default.Equals(old, now))
        {
            return [];
        }

        if (Codec.IsSecret)
        {
            return [new FieldChange(path, ChangeKind.Changed, $"{subject} {(now is null ? "loses the" : old is null ? "gains a" : "has another")} {ItemLabel}")];
        }

        return Codec.Items(now) is { } items
            ? CompareItems(subject, path, Codec.Items(old)!, items)
            : [new FieldChange(path, ChangeKind.Changed, ChangeText.OfValue($"{subject}: {ItemLabel}", Codec.Describe(old), Codec.Describe(now)))];
    }

    internal override string? Describe(TItem item, TItem blank)
    {
        var value = _get(item);
        if (EqualityComparer<T>.Default.Equals(value, _get(blank)))
        {
            return null;
        }

        return Codec.IsSecret || value is true ? ItemLabel : $"{ChangeText.InSentence(Label)} {ChangeText.Short(Codec.Describe(value))}";
    }

    internal override TItem Clear(TItem item, TItem blank) => _set(item, _get(blank));

    internal override TItem ToCanonical(TItem item)
    {
        var value = _get(item);
        var canonical = Codec.ToCanonical(value);
        return string.Equals(Codec.Format(canonical), Codec.Format(value), StringComparison.Ordinal) ? item : _set(item, canonical);
    }

    private IEnumerable<FieldChange> CompareItems(string subject, FieldPath path, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var difference = ItemDifference.Between(before, after);
        var changes = difference.Added.Select(index => $"{subject} gains {ItemLabel} {ChangeText.Short(after[index])}")
            .Concat(difference.Removed.Select(index => $"{subject} loses {ItemLabel} {ChangeText.Short(before[index])}"))
            .Select(text => new FieldChange(path, ChangeKind.Changed, text));
        return difference.Moved.Count == 0
            ? changes
            : changes.Append(new FieldChange(path, ChangeKind.Moved, $"{subject}: {ChangeText.InSentence(Label)} stand in another order"));
    }

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
