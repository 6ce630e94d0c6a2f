using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Routing;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Fields;

/// <summary>A field that holds a list of records, such as users: rows in a form, an array of tables in <c>design.toml</c>.</summary>
/// <typeparam name="TItem">The record. Its natural key tells the rows apart.</typeparam>
public sealed class RecordField<TItem> : DesignField
    where TItem : class
{
    private readonly Func<ImageDesign, EquatableArray<TItem>> _get;
    private readonly Func<ImageDesign, EquatableArray<TItem>, ImageDesign> _set;
    private readonly Func<TItem> _blank;
    private readonly Remembered<TItem[], Dictionary<string, int>> _indexes;

    internal RecordField(
        string path,
        string label,
        string help,
        string itemLabel,
        Func<TItem> blank,
        Func<TItem, string> keyOf,
        IReadOnlyList<RecordColumn<TItem>> columns,
        Func<ImageDesign, EquatableArray<TItem>> get,
        Func<ImageDesign, EquatableArray<TItem>, ImageDesign> set,
        bool isInline = false,
        bool isOrdered = true,
        Func<TItem, string>? nameOf = null,
        string keyHint = "")
        : base(path, label, help)
    {
        ItemLabel = itemLabel;
        Columns = columns;
        KeyOf = keyOf;
        IsInline = isInline;
        IsOrdered = isOrdered;
        KeyHint = keyHint;
        NameOf = nameOf ?? (item => $"{itemLabel} {keyOf(item)}");
        _blank = blank;
        _indexes = new Remembered<TItem[], Dictionary<string, int>>(IndexOf);
        _get = get;
        _set = set;
    }

    /// <summary>What one row is called: <c>user</c>.</summary>
    public override string ItemLabel { get; }

    public IReadOnlyList<RecordColumn<TItem>> Columns { get; }

    /// <summary>The natural key of a row: a user's name, a partition's name.</summary>
    public Func<TItem, string> KeyOf { get; }

    /// <summary>What to do when there is a row of this key already; empty where nothing needs saying.</summary>
    public string KeyHint { get; }

    /// <summary>What is said to a second row of a key.</summary>
    public string DescribeTaken(string key) => $"There is a {ItemLabel} “{key}” already. {KeyHint}".TrimEnd();

    /// <summary>True when the rows are short enough to be inline tables, one a line.</summary>
    public bool IsInline { get; }

    /// <summary>True when another order means another image, as with partitions.</summary>
    public bool IsOrdered { get; }

    /// <summary>What a row is called in a sentence: <c>user admin</c>.</summary>
    public Func<TItem, string> NameOf { get; }

    public override bool IsTableArray => !IsInline;

    public EquatableArray<TItem> Get(ImageDesign design) => _get(design);

    public ImageDesign Set(ImageDesign design, EquatableArray<TItem> items) => _set(design, items);

    /// <summary>A row with its defaults, which a form fills.</summary>
    public TItem CreateBlank() => _blank();

    /// <summary>The row with this key, or null.</summary>
    public TItem? Find(ImageDesign design, string key)
    {
        var items = _get(design);
        var index = IndexOf(items, key);
        return index < 0 ? null : items[index];
    }

    /// <summary>The design with the row put in place of the one with the same key, or at the end.</summary>
    public ImageDesign Put(ImageDesign design, TItem item) => Replace(design, KeyOf(item), item);

    /// <summary>The design with the row of this key replaced; the new row may have another key.</summary>
    public ImageDesign Replace(ImageDesign design, string key, TItem item)
    {
        var items = _get(design);
        var index = IndexOf(items, key);
        return _set(design, index < 0 ? items.Add(item) : items.SetItem(index, item));
    }

    public ImageDesign Remove(ImageDesign design, string key)
    {
        var items = _get(design);
        var index = IndexOf(items, key);
        return index < 0 ? design : _set(design, items.RemoveAt(index));
    }

    /// <summary>The design with the row moved by so many places; unchanged where it would leave the list.</summary>
    public ImageDesign Move(ImageDesign design, string key, int by)
    {
        var items = _get(design);
        var from = IndexOf(items, key);
        var to = from + by;
        return from < 0 || to < 0 || to >= items.Count
            ? design
            : _set(design, items.RemoveAt(from).Insert(to, items[from]));
    }

    public FieldPath PathOf(TItem item) => Path.Item(KeyOf(item));

    /// <summary>The path of one cell.</summary>
    public FieldPath PathOf(TItem item, string column) => PathOf(item).Member(column);

    public override bool IsList => true;

    public override IReadOnlyList<FieldPart> Parts =>
        [.. Columns.Select(column => new FieldPart(column.Name, column.Label, column.Help, column.IsRequired, column.Choices))];

    public override bool IsSame(ImageDesign left, ImageDesign right) => _get(left) == _get(right);

    public override TypedRefusal? Judge(ImageDesign design, string place, string text)
    {
        var end = place.LastIndexOf("].", StringComparison.Ordinal);
        var item = end > Path.Value.Length && place[Path.Value.Length] == '[' ? Find(design, place[(Path.Value.Length + 1)..end]) : null;
        var name = place[(place.LastIndexOf('.') + 1)..];
        var column = Columns.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal)) ?? Columns[0];
        if ((item is null && text.Length == 0) || (end > 0 && item is null))
        {
            return null;
        }

        var error = column.ErrorOf(text) ?? (column.IsRequired && text.Length == 0 ? $"{column.Label} must be given." : null);
        if (error is null)
        {
            // A name that waits to become a row, or a text that a cell did not take over.
            var waits = item is null ? place.EndsWith(":add", StringComparison.Ordinal) : !string.Equals(text.Trim(), column.TextOf(item), StringComparison.Ordinal);
            return waits ? new TypedRefusal(null, item is null ? null : column.TextOf(item)) : null;
        }

        return new TypedRefusal(error, item is null ? null : column.TextOf(item));
    }

    internal override IEnumerable<FieldChange> Compare(ImageDesign before, ImageDesign after)
    {
        var (old, now) = (_get(before), _get(after));
        var difference = ItemDifference.Between([.. old.Select(KeyOf)], [.. now.Select(KeyOf)]);
        var changes = difference.Added.Select(index => new FieldChange(PathOf(now[index]), ChangeKind.Added, Describe(now[index]) + PlaceOf(index)))
            .Concat(difference.Removed.Select(index => new FieldChange(PathOf(old[index]), ChangeKind.Removed, IsInline ? Describe(old[index]) : NameOf(old[index]))))
            .Concat(difference.Kept.SelectMany(pair => Columns.SelectMany(column =>
                column.Compare(NameOf(old[pair.Before]), PathOf(now[pair.After], column.Name), old[pair.Before], now[pair.After]))));
        if (IsOrdered)
        {
            return changes.Concat(ChangeText.OfMoves(difference.Moved, [.. now.Select(NameOf)])
                .Select(move => new FieldChange(PathOf(now[move.Index]), ChangeKind.Moved, move.Text)));
        }

        return difference.Moved.Count == 0 ? changes : changes.Append(new FieldChange(Path, ChangeKind.Moved, "listed in another order, which means nothing"));

        // Rows that come after all that stayed need no place: they stand at the end, in their order.
        string PlaceOf(int index) => IsOrdered && difference.Kept.Any(pair => pair.After > index) ? ChangeText.OfPlace(index, [.. now.Select(NameOf)]) : "";
    }

    internal override ImageDesign ToCanonical(ImageDesign design)
    {
        var items = _get(design);
        var rows = items.Select(item => Columns.Aggregate(item, (row, column) => column.ToCanonical(row)));
        var canonical = (IsOrdered ? rows : rows.OrderBy(KeyOf, StringComparer.Ordinal)).ToEquatableArray();

        // Equal is not enough: 1 GiB equals 1024 MiB.
        return canonical.SequenceEqual(items, ReferenceEqualityComparer.Instance) ? design : _set(design, canonical);
    }

    internal override IReadOnlyList<FieldItem> Items(ImageDesign design) =>
        [.. _get(design).Select(item => new FieldItem(PathOf(item), NameOf(item)))];

    internal override ImageDesign Reset(ImageDesign design) => Set(design, Get(Blank));

    internal override IEnumerable<ImageDesign> Without(ImageDesign design, IReadOnlySet<FieldPath> items) =>
        [_set(design, _get(design).Where(item => !items.Contains(PathOf(item))).ToEquatableArray())];

    internal override IEnumerable<FieldCell> Cells(ImageDesign design, IReadOnlySet<FieldPath> items)
    {
        var blank = _blank();
        foreach (var column in Columns.Where(column => !column.IsRequired))
        {
            var rows = _get(design)
                .Where(item => items.Contains(PathOf(item)) && column.Describe(item, blank) is not null)
                .Select(item => new FieldItem(PathOf(item), NameOf(item)))
                .ToList();
            if (rows.Count > 0)
            {
                yield return new FieldCell(column.Name, column.Label, rows, from => _set(
                    from, _get(from).Select(item => items.Contains(PathOf(item)) ? column.Clear(item, blank) : item).ToEquatableArray()));
            }
        }
    }

    internal override void Write(ImageDesign design, DesignTomlWriter writer)
    {
        var items = _get(design);
        if (items.IsEmpty)
        {
            return;
        }

        if (IsInline)
        {
            writer.Array(Key, items.Select(item => (InlineTable(item), PathOf(item))), Path);
            return;
        }

        foreach (var item in items)
        {
            var path = PathOf(item);
            writer.TableArrayItem(Path.Value, path);
            foreach (var column in Columns)
            {
                if (column.ToToml(item) is { } literal)
                {
                    writer.Value(column.Name, literal, path.Member(column.Name));
                }
            }
        }
    }

    internal override ImageDesign Read(ImageDesign design, TomlNode node, ICollection<TomlProblem> problems)
    {
        if (node.Kind != TomlNodeKind.Array)
        {
            problems.Add(new TomlProblem(node.Line, node.Column, $"{Path}: a list of tables is expected here, not {node.KindName}"));
            return design;
        }

        var items = new List<TItem>(node.Items.Count);
        foreach (var each in node.Items)
        {
            if (ReadItem(each, problems) is not { } item)
            {
                continue;
            }

            if (items.Exists(other => string.Equals(KeyOf(other), KeyOf(item), StringComparison.Ordinal)))
            {
                problems.Add(new TomlProblem(each.Line, each.Column, $"{Path}: there are two of '{KeyOf(item)}'"));
                continue;
            }

            items.Add(item);
        }

        return _set(design, items.ToEquatableArray());
    }

    private int IndexOf(EquatableArray<TItem> items, string key) => items.IsEmpty ? -1 : _indexes.Of(items.Storage!).GetValueOrDefault(key, -1);

    /// <summary>Where each key stands; of two rows with one key, the first.</summary>
    private Dictionary<string, int> IndexOf(TItem[] items)
    {
        var index = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            index.TryAdd(KeyOf(items[i]), i);
        }

        return index;
    }

    /// <summary>A row in a few words: its name and what a form filled in.</summary>
    private string Describe(TItem item)
    {
        var blank = _blank();
        var cells = Columns.Skip(1).Select(column => column.Describe(item, blank)).OfType<string>().ToList();
        return cells.Count == 0 ? NameOf(item) : $"{NameOf(item)} ({string.Join(", ", cells)})";
    }

    private string InlineTable(TItem item) =>
        "{ " + string.Join(", ", Columns
            .Select(column => (column.Name, Literal: column.ToToml(item)))
            .Where(cell => cell.Literal is not null)
            .Select(cell => $"{cell.Name} = {cell.Literal}")) + " }";

    private TItem? ReadItem(TomlNode node, ICollection<TomlProblem> problems)
    {
        if (node.Kind != TomlNodeKind.Table)
        {
            problems.Add(new TomlProblem(node.Line, node.Column, $"{Path}: a table is expected here, not {node.KindName}"));
            return null;
        }

        var before = problems.Count;
        foreach (var (key, value) in node.Members)
        {
            if (!Columns.Any(column => string.Equals(column.Name, key, StringComparison.Ordinal)))
            {
                problems.Add(new TomlProblem(value.KeyLine, value.KeyColumn, UnknownKey.Message($"{Path}", key, Columns.Select(column => column.Name))));
            }
        }

        var item = _blank();
        foreach (var column in Columns)
        {
            if (node[column.Name] is { } cell)
            {
                item = column.FromToml(item, cell, Path, problems);
            }
            else if (column.IsRequired)
            {
                problems.Add(new TomlProblem(node.Line, node.Column, $"{Path}: '{column.Name}' is missing"));
            }
        }

        return problems.Count == before ? item : null;
    }
}
