using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Fields;

/// <summary>A row that is being filled in and is not part of the design yet. Each cell that was changed is kept as a draft of its own.</summary>
public sealed class RecordDraft<TItem>
    where TItem : class
{
    private readonly RecordField<TItem> _field;
    private readonly FieldDrafts _drafts;
    private readonly string _id;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    private RecordDraft(RecordField<TItem> field, FieldDrafts drafts, string id)
    {
        _field = field;
        _drafts = drafts;
        _id = id;
        var blank = field.CreateBlank();
        foreach (var cell in RecordCells.Of(field))
        {
            var isTyped = cell.Kind is InputKind.Text or InputKind.Number or InputKind.Lines;
            _texts[cell.Column.Name] = drafts.Find(IdOf(cell.Column.Name)) ?? (isTyped && cell.Column.IsRequired ? "" : cell.Format(blank));
            Check(cell);
        }
    }

    /// <summary>Begins a row.</summary>
    /// <param name="field">The list that it will join.</param>
    /// <param name="drafts">Where what is typed is kept.</param>
    /// <param name="id">What the row is kept under; its cells stand below it.</param>
    public static RecordDraft<TItem> Begin(RecordField<TItem> field, FieldDrafts drafts, string id)
    {
        drafts.Keep(id, "");
        return new RecordDraft<TItem>(field, drafts, id);
    }

    /// <summary>The row that was begun before; null when there is none.</summary>
    public static RecordDraft<TItem>? Find(RecordField<TItem> field, FieldDrafts drafts, string id) =>
        drafts.Find(id) is null ? null : new RecordDraft<TItem>(field, drafts, id);

    /// <summary>The id of a cell.</summary>
    public string IdOf(string column) => $"{_id}.{column}";

    /// <summary>Forgets what was typed.</summary>
    public void Drop()
    {
        _drafts.DropAll(_id + ".");
        _drafts.Drop(_id);
    }

    public string this[string column]
    {
        get => _texts[column];
        set
        {
            _texts[column] = value;
            _errors.Remove(column);
            _drafts.Keep(IdOf(column), value);
        }
    }

    /// <summary>What is wrong with a cell; null while nothing is known to be.</summary>
    public string? ErrorOf(string column) => _errors.GetValueOrDefault(column);

    /// <summary>Judges one cell, when the person leaves it.</summary>
    public void Check(CellText<TItem> cell)
    {
        _drafts.Leave(IdOf(cell.Column.Name));
        if (_texts[cell.Column.Name].Length > 0 && cell.Check(_texts[cell.Column.Name]).Error is { } error)
        {
            _errors[cell.Column.Name] = error;
        }
    }

    /// <summary>The finished row; null when a cell is wrong or the design has a row of the same name.</summary>
    public TItem? Finish(ImageDesign design)
    {
        _errors.Clear();
        var item = _field.CreateBlank();
        foreach (var cell in RecordCells.Of(_field))
        {
            var text = _texts[cell.Column.Name];
            if (cell.Check(text).Error is { } error)
            {
                _errors[cell.Column.Name] = error;
            }
            else if (cell.Column.IsRequired && text.Length == 0)
            {
                _errors[cell.Column.Name] = $"{cell.Column.Label} must be given. {cell.Column.Help}";
            }
            else
            {
                item = cell.Set(item, text);
            }
        }

        if (_errors.Count == 0 && _field.Find(design, _field.KeyOf(item)) is not null)
        {
            _errors[_field.Columns[0].Name] = _field.DescribeTaken(_field.KeyOf(item));
        }

        return _errors.Count == 0 ? item : null;
    }
}
