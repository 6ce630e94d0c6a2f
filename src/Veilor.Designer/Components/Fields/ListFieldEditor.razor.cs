using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>
/// A list of plain values: chips, or rows where the order counts. A value is typed and added with Enter; several are
/// added at once, a line each, or parted by blanks where the field's values hold none. Every value has a button that removes it, and Delete on that button does the same.
/// </summary>
public sealed partial class ListFieldEditor<T> : FieldComponent<ListField<T>>
{
    /// <summary>A list above this length is searched and rolled rather than shown whole: a page of a thousand elements is slow to open.</summary>
    private const int LongList = 100;

    /// <summary>The height of a row in pixels, as the style sheet has it.</summary>
    private const float RowHeight = 30;

    private string _draft = "";
    private string _search = "";
    private string? _revealed;
    private IReadOnlyList<string> _suggested = [];
    private string? _error;
    private bool _isPending;

    /// <summary>What is said of lines that are not taken.</summary>
    private string _leftOut = "";
    private int _stop;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required Announcer Announcer { get; init; }

    /// <summary>Values to choose from while typing; any other valid one may be typed.</summary>
    [Parameter]
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    /// <summary>True when the order counts: items are rows that can be moved.</summary>
    [Parameter]
    public bool IsOrdered { get; set; }

    /// <summary>True when rows have a grip, for a page that lets the pointer drag them.</summary>
    [Parameter]
    public bool HasGrip { get; set; }

    /// <summary>Further controls of an item, in front of those that move and remove it.</summary>
    [Parameter]
    public RenderFragment<T>? ItemActions { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>What stands in place of an empty list.</summary>
    [Parameter]
    public string? EmptyText { get; set; }

    /// <summary>The path that the keyboard goes to; a long list then shows that item.</summary>
    [CascadingParameter(Name = "FocusedField")]
    public string? FocusedField { get; set; }

    private EquatableArray<T> Items => Field.Get(Design);

    /// <summary>True when the list is one stop of the Tab key and the arrows go on from there.</summary>
    private bool IsRoving => !IsOrdered && !IsLong;

    /// <summary>The item that the Tab key stops at.</summary>
    private int Stop => Math.Clamp(_stop, 0, Math.Max(0, Items.Count - 1));

    private bool IsLong => Items.Count > LongList && !IsOrdered;

    /// <summary>The items that fit the search, each with its place in the list.</summary>
    private List<(int Index, T Value)> Found =>
        [.. Items.Index().Where(each => !IsLong || Field.Codec.Format(each.Item).Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase))];

    protected override void OnInitialized()
    {
        _draft = Editor.Drafts.Find(Id) ?? "";
        Leave();
    }

    protected override bool ReadSlice()
    {
        var isChanged = base.ReadSlice() || !SameTexts.Are(_suggested, Suggestions);
        _suggested = Suggestions;
        var isRevealing = IsLong && !string.Equals(_revealed, FocusedField, StringComparison.Ordinal)
            && FocusedField?.StartsWith(Id + "[", StringComparison.Ordinal) is true;
        _revealed = FocusedField;
        if (isRevealing)
        {
            _search = FocusedField![(Id.Length + 1)..FocusedField!.LastIndexOf(']')];
        }

        return isChanged || isRevealing;
    }

    private void Type(string? text)
    {
        _draft = text ?? "";
        _isPending = false;
        _leftOut = "";
        _error = null;
        if (_draft.Length == 0)
        {
            Editor.Drafts.Drop(Id);
        }
        else
        {
            Editor.Drafts.Keep(Id, _draft);
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "Enter":
                Add();
                break;
            case "Escape":
                Type("");
                break;
            case "Backspace" when _draft.Length == 0 && !Items.IsEmpty:
                await FocusAsync(Items.Count - 1);
                break;
        }
    }

    private void Leave()
    {
        if (string.IsNullOrWhiteSpace(_draft))
        {
            Type("");
            return;
        }

        var draft = Read();
        _error = draft.Error;
        _isPending = _error is null;
        _leftOut = LeftOutLine.Describe(draft.LeftOut);
        Editor.Drafts.Leave(Id);
    }

    private void Add()
    {
        var noun = EditLabels.ItemNoun(Field);
        var draft = Read();
        _error = draft.Error;
        if (draft.Error is not null)
        {
            Editor.Drafts.Leave(Id);
            return;
        }

        Type(draft.Rest);
        var text = string.Join(", ", draft.Items.Select(Field.Codec.Format));
        Apply(
            draft.Items.Count == 1 ? Field.PathOf(draft.Items[0]) : Field.Path,
            EditLabels.Add(draft.Items.Count == 1 ? noun : noun + "s", text),
            design => draft.Items.Aggregate(design, Field.Add));
        if (!draft.LeftOut.IsEmpty)
        {
            Tell(draft);
        }
    }

    /// <summary>Says which lines were not taken and why. Those that can be mended stay in the input.</summary>
    private void Tell(ListDraft<T> draft)
    {
        var count = draft.Items.Count == 1 ? "1 was added." : string.Create(CultureInfo.InvariantCulture, $"{draft.Items.Count} were added.");
        _leftOut = $"{count} {LeftOutLine.Describe(draft.LeftOut)}";
        if (_draft.Length > 0)
        {
            _error = _leftOut;
            Editor.Drafts.Leave(Id);
        }
    }

    private ListDraft<T> Read()
    {
        var draft = ListDraft<T>.Read(Field, _draft, Items, EditLabels.ItemNoun(Field));
        return draft.Error is { } error ? draft with { Error = TextCheck.Sentence(error) } : draft;
    }

    private async Task RemoveAsync(T item)
    {
        var index = Items.IndexOf(item);
        Apply(Field.PathOf(item), EditLabels.Remove(EditLabels.ItemNoun(Field), Field.Codec.Format(item)), design => Field.Remove(design, item));
        await (Items.IsEmpty ? Script.FocusFieldAsync(Id).AsTask() : FocusAsync(Math.Clamp(index, 0, Items.Count - 1)));
    }

    private Task PressAsync(KeyboardEventArgs key, T item, int index) => key.Key switch
    {
        "Delete" or "Backspace" => RemoveAsync(item),
        "ArrowLeft" when index > 0 => FocusAsync(index - 1),
        "ArrowRight" when index < Items.Count - 1 => FocusAsync(index + 1),
        "ArrowUp" or "ArrowDown" => MoveByKeyAsync(key, index),
        _ => Task.CompletedTask,
    };

    private Task FocusAsync(int index)
    {
        _stop = index;
        return Script.FocusFieldAsync(Field.PathOf(Items[index]).Value + ":remove").AsTask();
    }

    private async Task MoveByKeyAsync(KeyboardEventArgs key, int index)
    {
        var by = key.Key switch { "ArrowUp" => -1, "ArrowDown" => 1, _ => 0 };
        if (!IsOrdered || !key.AltKey || by == 0)
        {
            return;
        }

        var focused = await Script.FindFocusAsync();
        if (Move(index, by))
        {
            await FocusMovedAsync(index + by, focused.EndsWith(":up", StringComparison.Ordinal) ? -1 : focused.EndsWith(":down", StringComparison.Ordinal) ? 1 : 0);
        }
    }

    private async Task MoveByButtonAsync(int index, int by)
    {
        if (Move(index, by))
        {
            await FocusMovedAsync(index + by, by);
        }
    }

    /// <summary>A browser takes the keyboard from a row that it moves; the same button gets it back, so that one press too many does nothing.</summary>
    /// <param name="place">Where the row is now.</param>
    /// <param name="button">-1 for the button up, 1 for the one down, 0 for the one that removes.</param>
    private Task FocusMovedAsync(int place, int button)
    {
        if (button == 0)
        {
            return FocusAsync(place);
        }

        _stop = place;
        return Script.FocusFieldAsync($"{Field.PathOf(Items[place])}:{(button < 0 ? "up" : "down")}").AsTask();
    }

    private bool Move(int index, int by)
    {
        var to = index + by;
        var item = Items[index];
        if (to < 0 || to >= Items.Count)
        {
            Announcer.Say(EditLabels.Place(EditLabels.ItemNoun(Field), Field.Codec.Format(item), index, Items.Count));
            return false;
        }

        Apply(
            Field.PathOf(item),
            EditLabels.Move(EditLabels.ItemNoun(Field), Field.Codec.Format(item), by),
            design =>
            {
                var items = Field.Get(design);
                var from = items.IndexOf(item);
                var target = Math.Clamp(from + by, 0, items.Count - 1);
                return from < 0 ? design : Field.Set(design, items.RemoveAt(from).Insert(target, item));
            });
        Announcer.Say(EditLabels.Place(EditLabels.ItemNoun(Field), Field.Codec.Format(item), to, Items.Count));
        return true;
    }

    /// <summary>Marks an item with a problem by a thick border besides the text below.</summary>
    private string ItemClass(string path)
    {
        var problems = Problems.ProblemsOfItem(path);
        var isError = problems.FindIndex(problem => problem.Severity == DiagnosticSeverity.Error) >= 0;
        var kind = isError ? "item-error" : problems.IsEmpty ? "" : "item-warned";
        return $"{(IsOrdered ? "row-item" : "chip")} {kind}".TrimEnd();
    }
}
