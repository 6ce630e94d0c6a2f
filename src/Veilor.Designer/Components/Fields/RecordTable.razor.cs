using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>
/// A list of records as a table that is edited in place. A new row is filled in below the others and joins the design
/// when all of it is valid. Rows move with their buttons and with Alt+Up and Alt+Down.
/// </summary>
public sealed partial class RecordTable<TItem> : FieldComponent<RecordField<TItem>>
    where TItem : class
{
    private readonly RowIds _ids = new();
    private RecordDraft<TItem>? _draft;
    private (string Path, string From)? _focus;
    private string? _wanted;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _suggested;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required Announcer Announcer { get; init; }

    /// <summary>What stands in place of an empty table.</summary>
    [Parameter]
    public string? EmptyText { get; set; }

    /// <summary>True for rows too long for one line: each becomes a block of labelled cells.</summary>
    [Parameter]
    public bool IsStacked { get; set; }

    /// <summary>Values to choose from while typing, by the name of the column.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Suggestions { get; set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The path that the keyboard goes to; a cell of a new row begins one.</summary>
    [CascadingParameter(Name = "FocusedField")]
    public string? FocusedField { get; set; }

    private EquatableArray<TItem> Items => Field.Get(Design);

    private IReadOnlyList<CellText<TItem>> Cells => RecordCells.Of(Field);

    private bool IsAdding => _draft is not null;

    /// <summary>Problems that do not stand at one of the rows.</summary>
    private EquatableArray<Diagnostic> UnplacedProblems =>
        Problems.Where(problem => !Items.Any(item => Problems.ProblemsOfItem(Field.PathOf(item)).IndexOf(problem) >= 0)).ToEquatableArray();

    protected override void OnInitialized() => _draft = RecordDraft<TItem>.Find(Field, Editor.Drafts, DraftKey);

    protected override bool ReadSlice()
    {
        var isChanged = base.ReadSlice() || !AreSuggested(Suggestions);
        _suggested = Suggestions;
        _ids.Follow([.. Items.Select(Field.KeyOf)]);
        var isBeginning = !IsAdding && !string.Equals(_wanted, FocusedField, StringComparison.Ordinal) && FocusedField?.StartsWith(DraftKey + ".", StringComparison.Ordinal) is true;
        _wanted = FocusedField;
        if (isBeginning)
        {
            _draft = RecordDraft<TItem>.Begin(Field, Editor.Drafts, DraftKey);
        }

        return isChanged || isBeginning;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } focus)
        {
            _focus = null;
            await Script.FocusFieldAsync(focus.Path, focus.From);
        }
    }

    /// <summary>A row that was begun is kept while other sections are open.</summary>
    private string DraftKey => Id + DraftProblem.NewRow;

    private string DraftRowId => DraftKey + ":row";

    private string AddId => Id + ":add";

    private string HelpId(CellText<TItem> cell) => $"{Id}.{cell.Column.Name}:help";

    private bool AreSuggested(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        ReferenceEquals(values, _suggested) || (_suggested?.Count == values.Count && values.All(each => _suggested.TryGetValue(each.Key, out var known) && SameTexts.Are(known, each.Value)));

    private string? ListOf(CellText<TItem> cell) => Suggestions.ContainsKey(cell.Column.Name) ? $"{Id}.{cell.Column.Name}:list" : null;

    private TextCheck CheckCell(CellText<TItem> cell, TItem item, string text)
    {
        var check = cell.Check(text);
        if (check.Error is not null)
        {
            return check;
        }

        if (cell.Column.IsRequired && text.Length == 0)
        {
            return TextCheck.Wrong($"{cell.Column.Label} must be given. {cell.Column.Help}");
        }

        var key = Field.KeyOf(cell.Set(item, text));
        return !string.Equals(key, Field.KeyOf(item), StringComparison.Ordinal) && Field.Find(Design, key) is not null
            ? TextCheck.Wrong(Field.DescribeTaken(key))
            : check;
    }

    private void SetCell(CellText<TItem> cell, TItem item, string text)
    {
        var key = Field.KeyOf(item);
        Apply(
            Field.PathOf(item, cell.Column.Name),
            EditLabels.SetCell(cell.Column.Label, Field.ItemLabel, key),
            design => Field.Find(design, key) is { } current ? Field.Replace(design, key, cell.Set(current, text)) : design,
            joinsPrevious: cell.Kind is InputKind.Text or InputKind.Lines or InputKind.Number);
    }

    /// <summary>Moves a row and says where it is. One at the end of the list stays, and that is said.</summary>
    private void Move(string key, int by)
    {
        var place = IndexOf(key);
        if (place + by >= 0 && place + by < Items.Count)
        {
            Apply(Field.Path.Item(key), EditLabels.Move(Field.ItemLabel, key, by), design => Field.Move(design, key, by));
            place = IndexOf(key);
        }

        Announcer.Say(EditLabels.Place(Field.ItemLabel, key, place, Items.Count));
    }

    private int IndexOf(string key) => Items.FindIndex(item => string.Equals(Field.KeyOf(item), key, StringComparison.Ordinal));

    /// <summary>A browser takes the keyboard from a row that it moves; the same button gets it back, so that one press too many does nothing.</summary>
    private void MoveByButton(string key, int by)
    {
        Move(key, by);
        var button = $"{Field.Path.Item(key)}:{(by < 0 ? "up" : "down")}";
        _focus = (button, button);
    }

    private async Task PressAsync(KeyboardEventArgs press, string key)
    {
        var by = press.Key switch { "ArrowUp" => -1, "ArrowDown" => 1, _ => 0 };
        if (press.AltKey && by != 0)
        {
            var focused = await Script.FindFocusAsync();
            Move(key, by);
            var target = focused.Length > 0 ? focused : Field.Path.Item(key).Value;
            await Script.FocusFieldAsync(target, target);
        }
    }

    private async Task RemoveAsync(string key)
    {
        var index = IndexOf(key);
        Apply(Field.Path.Item(key), EditLabels.Remove(Field.ItemLabel, key), design => Field.Remove(design, key));
        await Script.FocusFieldAsync(Items.IsEmpty ? AddId : Field.PathOf(Items[Math.Clamp(index, 0, Items.Count - 1)]).Value);
    }

    private void Start()
    {
        _draft = RecordDraft<TItem>.Begin(Field, Editor.Drafts, DraftKey);
        _focus = (_draft.IdOf(Cells[0].Column.Name), AddId);
    }

    private void Cancel()
    {
        _draft?.Drop();
        _draft = null;
        _focus = (AddId, DraftRowId);
    }

    private void Finish()
    {
        if (_draft?.Finish(Design) is not { } item)
        {
            _focus = Cells.Where(cell => _draft?.ErrorOf(cell.Column.Name) is not null)
                .Select(cell => ((string, string)?)(_draft!.IdOf(cell.Column.Name), DraftRowId))
                .FirstOrDefault();
            return;
        }

        Cancel();
        Apply(Field.PathOf(item), EditLabels.Add(Field.ItemLabel, Field.KeyOf(item)), design => Field.Put(design, item));
    }

    private void PressDraft(KeyboardEventArgs press)
    {
        switch (press.Key)
        {
            case "Enter":
                Finish();
                break;
            case "Escape":
                Cancel();
                break;
        }
    }
}
