using System.Globalization;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>One file with its head: what it is, how large, and what can be done with it.</summary>
public sealed partial class DocumentPane : ComponentBase
{
    private DesignDocument? _text;
    private DocumentView? _view;
    private DiffView? _diffView;
    private int _change = -1;

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>The generated document, or null.</summary>
    [Parameter]
    public DesignDocument? Generated { get; set; }

    /// <summary>The file that is copied as it is, or null.</summary>
    [Parameter]
    public ContentFile? Copied { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>Which place of the preview this is.</summary>
    [Parameter, EditorRequired]
    public required string View { get; set; }

    /// <summary>The difference to the other side; null where nothing is compared.</summary>
    [Parameter]
    public DocumentDiff? Diff { get; set; }

    [Parameter]
    public LineProblems Problems { get; set; } = LineProblems.None;

    [Parameter]
    public bool IsWrapped { get; set; }

    /// <summary>True for a moment after the text was copied.</summary>
    [Parameter]
    public bool IsCopied { get; set; }

    [Parameter]
    public EventCallback OnWrap { get; set; }

    [Parameter]
    public EventCallback OnCopy { get; set; }

    /// <summary>A row is to be brought into view.</summary>
    [Parameter]
    public EventCallback<int> OnReveal { get; set; }

    /// <summary>An edit brought lines out of sight: the first row of them.</summary>
    [Parameter]
    public EventCallback<int> OnChangeOutside { get; set; }

    /// <summary>Files to choose from in the head; null shows the path alone.</summary>
    [Parameter]
    public IReadOnlyList<string>? Choices { get; set; }

    /// <summary>Another file was chosen in the head: its path.</summary>
    [Parameter]
    public EventCallback<string?> OnChoose { get; set; }

    /// <summary>Further buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The rows as they are shown; null for a file that is no text.</summary>
    public IRowView? Rows => Diff is { HasChanges: true } ? _diffView : _text is null ? null : _view;

    /// <summary>True for a file that only the other side of a comparison has.</summary>
    private bool IsGone => Generated is null && Copied is null;

    private string DiffCounts => string.Create(CultureInfo.InvariantCulture, $"+{Diff!.Added} −{Diff.Removed}");

    private string Facts => Diff is { HasChanges: false }
        ? "no difference"
        : _text is null ? "" : _text.Lines.Count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{_text.Lines.Count} lines");

    protected override void OnParametersSet() => _text = Generated ?? (Copied is null ? null : ContentDocuments.Of(Copied));

    private async Task StepAsync(int by)
    {
        if (_diffView is not { Changes: { Count: > 0 } changes })
        {
            return;
        }

        _change = _change < 0 && by < 0 ? changes.Count - 1 : (_change + by + changes.Count) % changes.Count;
        await OnReveal.InvokeAsync(changes[_change]);
    }
}
