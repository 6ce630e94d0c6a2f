using Microsoft.AspNetCore.Components;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Fields;

/// <summary>
/// A text that is typed: what is valid goes to the design at once, what is not stays here and is explained when the
/// person leaves the field. A change from elsewhere (undo, another tab) replaces the draft; the person's own does not.
/// </summary>
public sealed partial class TextInput : ComponentBase
{
    private string _draft = "";
    private string? _known;
    private string? _error;

    /// <summary>Keeps what is not valid yet; null where nothing needs to be kept.</summary>
    [Parameter]
    public FieldDrafts? Drafts { get; set; }

    /// <summary>The id of the element: the path of what it edits.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The text of the design.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Judges a draft.</summary>
    [Parameter, EditorRequired]
    public required Func<string, TextCheck> Check { get; set; }

    /// <summary>Takes a valid draft that differs from the design's text.</summary>
    [Parameter, EditorRequired]
    public required Action<string> Accept { get; set; }

    /// <summary>The name for assistive technology where no visible label points here.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>The id of a datalist with suggestions.</summary>
    [Parameter]
    public string? List { get; set; }

    [Parameter]
    public bool IsMultiline { get; set; }

    [Parameter]
    public bool IsReadOnly { get; set; }

    [Parameter]
    public string Class { get; set; } = "";

    private string ErrorId => Id + ":error";

    private string InvalidClass => _error is null ? "" : "input-invalid";

    private string? Invalid => _error is null ? null : "true";

    private string? DescribedByAll => _error is null ? DescribedBy : $"{DescribedBy} {ErrorId}".Trim();

    private int Rows => Math.Clamp(_draft.Count(c => c == '\n') + 2, 3, 16);

    protected override void OnParametersSet()
    {
        if (string.Equals(Text, _known, StringComparison.Ordinal))
        {
            return;
        }

        var isFirst = _known is null;
        _known = Text;
        _draft = Text;
        _error = null;
        if (isFirst && Drafts?.Find(Id) is { } kept)
        {
            _draft = kept;
            _error = Check(kept).Error;
            Drafts.Leave(Id);
        }
        else
        {
            Drafts?.Drop(Id);
        }
    }

    private void Type(string? text)
    {
        _draft = text ?? "";
        var check = Check(_draft);
        if (check.Error is not null)
        {
            Drafts?.Keep(Id, _draft);
            _error = _error is null ? null : check.Error;
            return;
        }

        Drafts?.Drop(Id);
        _error = null;
        if (!string.Equals(check.Canonical, _known, StringComparison.Ordinal))
        {
            _known = check.Canonical;
            Accept(_draft);
        }
    }

    private void Leave()
    {
        var check = Check(_draft);
        _error = check.Error;
        if (check.Error is null)
        {
            _draft = check.Canonical;
        }
        else
        {
            Drafts?.Leave(Id);
        }
    }
}
