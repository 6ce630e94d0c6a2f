using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Veilor.Designer.Components.Preview;

/// <summary>A file with what is different on the other side of a comparison, in one column.</summary>
public sealed partial class DiffView : MemoComponent, IRowView
{
    private readonly HashSet<int> _open = [];
    private HighlightedDocument? _before;
    private HighlightedDocument? _after;
    private DocumentDiff? _shown;
    private List<FoldedRow> _rows = [];
    private RowWindow _window;

    [Parameter, EditorRequired]
    public required DocumentDiff Diff { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>Which place of the preview this is.</summary>
    [Parameter]
    public string View { get; set; } = PreviewView.Main;

    /// <summary>The problems that stand at lines of this side.</summary>
    [Parameter]
    public LineProblems Problems { get; set; } = LineProblems.None;

    [Parameter]
    public bool IsWrapped { get; set; }

    private string Path => (Diff.After ?? Diff.Before)!.Path;

    /// <summary>The rows at which a block of changes begins.</summary>
    public IReadOnlyList<int> Changes => [.. Enumerable.Range(0, _rows.Count).Where(row => IsChange(row) && !IsChange(row - 1))];

    /// <summary>The number of the last line of this side before the rows that are held.</summary>
    private int NumberBefore => _rows.Take(_window.First).Sum(row => row.Hidden > 0 ? row.Hidden : row.Row.Kind == DiffRowKind.Removed ? 0 : 1);

    public int? RowOf(int line)
    {
        var row = _rows.FindIndex(each => each.Row.Kind != DiffRowKind.Removed && line >= each.Row.Line && line < each.Row.Line + Math.Max(1, each.Hidden));
        return row < 0 ? null : row;
    }

    public int? LineOf(int row) =>
        row < _rows.Count && _rows[row] is { Hidden: 0, Row: { Kind: not DiffRowKind.Removed } shown } ? shown.Line : null;

    public bool Holds(int row) => _window.Holds(row);

    public void Hold(int row, bool isChange)
    {
        _window = RowWindow.Around(row, _rows.Count);
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Diff))
        {
            return;
        }

        var isSameFile = string.Equals((_shown?.After ?? _shown?.Before)?.Path, Path, StringComparison.Ordinal);
        _shown = Diff;
        _before = Diff.Before is { } before ? HighlightedDocument.Of(before, null) : null;
        _after = Diff.After is { } after ? HighlightedDocument.Of(after, isSameFile ? _after : null) : null;
        if (!isSameFile)
        {
            _open.Clear();
        }

        _rows = DiffFolds.Fold(Diff.Rows, _open.Contains);
        _window = isSameFile ? _window.Of(_rows.Count) : RowWindow.Top(_rows.Count);
    }

    private bool IsChange(int row) => row >= 0 && _rows[row].Row.Kind != DiffRowKind.Same;

    private HighlightedLine LineOf(DiffRow row) => (row.Kind == DiffRowKind.Removed ? _before! : _after!).Lines[row.Line];

    private void Open(FoldedRow fold)
    {
        _open.Add(fold.Row.Line);
        _rows = DiffFolds.Fold(Diff.Rows, _open.Contains);
        _window = _window.Of(_rows.Count);
    }

    private static string Folded(int lines) => lines == 1 ? "1 line that both have" : string.Create(CultureInfo.InvariantCulture, $"{lines} lines that both have");
}
