using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// The text of one document. Lines that an edit brought glow for a moment; lines that stay keep their elements, and so
/// the reader's scroll position and selection.
/// </summary>
public sealed partial class DocumentView : MemoComponent, IRowView
{
    private HighlightedDocument _shown = null!;
    private HighlightedDocument? _before;
    private RowWindow _window;

    [Parameter, EditorRequired]
    public required DesignDocument Document { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>Which place of the preview this is.</summary>
    [Parameter]
    public string View { get; set; } = PreviewView.Main;

    /// <summary>The problems that stand at lines.</summary>
    [Parameter]
    public LineProblems Problems { get; set; } = LineProblems.None;

    /// <summary>True when long lines are broken rather than scrolled to.</summary>
    [Parameter]
    public bool IsWrapped { get; set; }

    /// <summary>An edit brought lines that are not held: the index of the first of them.</summary>
    [Parameter]
    public EventCallback<int> OnChangeOutside { get; set; }

    public int? RowOf(int line) => line < _shown.Lines.Count ? line : null;

    public int? LineOf(int row) => row < _shown.Lines.Count ? row : null;

    public void Hold(int row, bool isChange)
    {
        if (!isChange)
        {
            _before = null;
        }

        _window = RowWindow.Around(row, _shown.Lines.Count);
        StateHasChanged();
    }

    public bool Holds(int row) => _window.Holds(row);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown?.Document, Document))
        {
            return;
        }

        _before = string.Equals(_shown?.Document.Path, Document.Path, StringComparison.Ordinal) ? _shown : null;
        _shown = HighlightedDocument.Of(Document, _before);
        _window = _before is null ? RowWindow.Top(_shown.Lines.Count) : _window.Of(_shown.Lines.Count);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_before is not null && _shown.FirstNew is { } row && !_window.Holds(row) && !ReferenceEquals(_told, _shown))
        {
            _told = _shown;
            await OnChangeOutside.InvokeAsync(row);
        }
    }

    private HighlightedDocument? _told;

    private bool IsNew(HighlightedLine line) => _before is not null && _shown.IsNew(line.Key);
}
