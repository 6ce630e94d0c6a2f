using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Routing;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>A field that holds a list of plain values, such as package names. A value stands in it once.</summary>
public sealed class ListField<TItem> : DesignField
{
    private readonly Func<ImageDesign, EquatableArray<TItem>> _get;
    private readonly Func<ImageDesign, EquatableArray<TItem>, ImageDesign> _set;

    internal ListField(
        string path,
        string label,
        string help,
        ValueCodec<TItem> codec,
        Func<ImageDesign, EquatableArray<TItem>> get,
        Func<ImageDesign, EquatableArray<TItem>, ImageDesign> set,
        bool isOrdered = false,
        bool isLineEach = false,
        Func<string, string?>? partedProblem = null)
        : base(path, label, help)
    {
        Codec = codec;
        IsOrdered = isOrdered;
        IsLineEach = isLineEach;
        PartedProblem = partedProblem ?? (_ => null);
        _get = get;
        _set = set;
    }

    /// <summary>The codec of one item.</summary>
    public ValueCodec<TItem> Codec { get; }

    /// <summary>True when another order means another image, as with scripts.</summary>
    public bool IsOrdered { get; }

    /// <summary>True when a value may hold blanks or commas, so that only a line break parts two of them.</summary>
    public bool IsLineEach { get; }

    /// <summary>Why a line must not be parted into several values although it could be; null when it may.</summary>
    public Func<string, string?> PartedProblem { get; }

    public EquatableArray<TItem> Get(ImageDesign design) => _get(design);

    public ImageDesign Set(ImageDesign design, EquatableArray<TItem> items) => _set(design, items);

    public bool Contains(ImageDesign design, TItem item) => _get(design).Contains(item);

    /// <summary>The design with the item in the list; unchanged when it is there already.</summary>
    public ImageDesign Add(ImageDesign design, TItem item) => Contains(design, item) ? design : _set(design, _get(design).Add(item));

    /// <summary>The design without the item; unchanged when it is not there.</summary>
    public ImageDesign Remove(ImageDesign design, TItem item) => Contains(design, item) ? _set(design, _get(design).Remove(item)) : design;

    /// <summary>The path of one item, by its text.</summary>
    public FieldPath PathOf(TItem item) => Path.Item(Codec.Format(item));

    public override bool IsList => true;

    public override IReadOnlyList<ChoiceText> Choices => Codec.ChoiceTexts;

    public override bool IsSame(ImageDesign left, ImageDesign right) => _get(left) == _get(right);

    public override TypedRefusal? Judge(ImageDesign design, string place, string text) =>
        new(ListDraft<TItem>.Read(this, text, _get(design), "value").Error, null);

    internal override IEnumerable<FieldChange> Compare(ImageDesign before, ImageDesign after)
    {
        var (old, now) = (_get(before), _get(after));
        var names = now.Select(Codec.Format).ToList();
        var difference = ItemDifference.Between([.. old.Select(Codec.Format)], names);
        var changes = difference.Added.Select(index => Of(now[index], ChangeKind.Added) is var added && IsOrdered ? added with { Text = added.Text + PlaceOf(index) } : added)
            .Concat(difference.Removed.Select(index => Of(old[index], ChangeKind.Removed)));
        if (IsOrdered)
        {
            return changes.Concat(ChangeText.OfMoves(difference.Moved, names)
                .Select(move => new FieldChange(PathOf(now[move.Index]), ChangeKind.Moved, move.Text)));
        }

        return difference.Moved.Count == 0 ? changes : changes.Append(new FieldChange(Path, ChangeKind.Moved, "listed in another order, which means nothing"));

        // Items that come after all that stayed need no place: they stand at the end, in their order.
        string PlaceOf(int index) => difference.Kept.Any(pair => pair.After > index) ? ChangeText.OfPlace(index, names) : "";

        FieldChange Of(TItem item, ChangeKind kind) => new(PathOf(item), kind, ChangeText.Short(Codec.Describe(item)));
    }

    internal override ImageDesign ToCanonical(ImageDesign design)
    {
        var items = _get(design);
        var sorted = IsOrdered ? items : items.OrderBy(Codec.Format, StringComparer.Ordinal).ToEquatableArray();
        return sorted == items ? design : _set(design, sorted);
    }

    internal override IReadOnlyList<FieldItem> Items(ImageDesign design) =>
        [.. _get(design).Select(item => new FieldItem(PathOf(item), Codec.Describe(item)))];

    internal override ImageDesign Reset(ImageDesign design) => Set(design, Get(Blank));

    internal override IEnumerable<ImageDesign> Without(ImageDesign design, IReadOnlySet<FieldPath> items)
    {
        var held = _get(design);
        var rest = held.Where(item => !items.Contains(PathOf(item))).ToEquatableArray();
        yield return _set(design, rest);
        if (rest.IsEmpty && Codec.Choices.FirstOrDefault(choice => !held.Contains(choice.Value)) is { } other)
        {
            yield return _set(design, [other.Value]);
        }
    }

    internal override void Write(ImageDesign design, DesignTomlWriter writer)
    {
        var items = _get(design);
        if (!items.IsEmpty || !IsSame(design, Blank))
        {
            writer.Array(Key, items.Select(item => (Codec.ToToml(item), PathOf(item))), Path);
        }
    }

    internal override ImageDesign Read(ImageDesign design, TomlNode node, ICollection<TomlProblem> problems)
    {
        if (node.Kind != TomlNodeKind.Array)
        {
            problems.Add(new TomlProblem(node.Line, node.Column, $"{Path}: an array is expected here, not {node.KindName}"));
            return design;
        }

        var items = new List<TItem>(node.Items.Count);
        foreach (var each in node.Items)
        {
            if (!Codec.TryFromToml(each, out var item, out var error))
            {
                problems.Add(new TomlProblem(each.Line, each.Column, $"{Path}: '{each.Text}': {error}"));
            }
            else if (items.Contains(item))
            {
                problems.Add(new TomlProblem(each.Line, each.Column, $"{Path}: '{each.Text}' is listed twice"));
            }
            else
            {
                items.Add(item);
            }
        }

        return _set(design, items.ToEquatableArray());
    }
}
