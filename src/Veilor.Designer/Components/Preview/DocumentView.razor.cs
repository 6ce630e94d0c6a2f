using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// The text of one document. Lines that an edit brought glow for a moment; lines that stay keep their elements, and so
/// the reader's scroll position and selection.
/// </summary>
public sealed partial class DocumentView : MemoComponent
{
    private HighlightedDocument _shown = null!;
    private HighlightedDocument? _before;

    [Parameter, EditorRequired]
    public required DesignDocument Document { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>True when long lines are broken rather than scrolled to.</summary>
    [Parameter]
    public bool IsWrapped { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown?.Document, Document))
        {
            return;
        }

        _before = string.Equals(_shown?.Document.Path, Document.Path, StringComparison.Ordinal) ? _shown : null;
        _shown = HighlightedDocument.Of(Document, _before);
    }

    private bool IsNew(HighlightedLine line) => _before is not null && !_before.Has(line.Key);
}
