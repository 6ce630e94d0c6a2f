using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// Every generated file, live: a tab for each, a list of all by folder, and the text of the one that is chosen. A dot
/// marks a file that an edit changed since it was last looked at.
/// </summary>
public sealed partial class PreviewPane : MemoComponent, IAsyncDisposable
{
    private const string ModulePath = "./Components/Preview/PreviewPane.razor.js";

    private readonly HashSet<string> _marks = new(StringComparer.Ordinal);
    private CompiledDesign? _before;
    private DesignDocument _selected = null!;
    private ElementReference _tabs;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private string? _visibleTab;
    private bool _isWrapped;
    private bool _isCopied;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required CompiledDesign Compiled { get; set; }

    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The path of the document to show; the first is shown when it is null or there is none of that path.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Another document is to be shown: its path.</summary>
    [Parameter]
    public EventCallback<string> SelectedChanged { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }

    protected override void OnParametersSet()
    {
        var before = _selected;
        _selected = Choose();
        _isCopied = _isCopied && ReferenceEquals(before, _selected);
        if (_before is not null && !ReferenceEquals(_before, Compiled))
        {
            Mark(_before);
        }

        _marks.Remove(_selected.Path);
        _before = Compiled;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", ModulePath);
            _keys = await _module.InvokeAsync<IJSObjectReference>("watchLines", _tabs);
        }

        if (_module is not null && !string.Equals(_visibleTab, _selected.Path, StringComparison.Ordinal))
        {
            _visibleTab = _selected.Path;
            await _module.InvokeVoidAsync("showTab", _tabs);
        }
    }

    private static string LineCount(DesignDocument document) =>
        document.Lines.Count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{document.Lines.Count} lines");

    /// <summary>
    /// The document with the wanted path. When an edit moved it (the image's name is part of some paths), the one that
    /// stands in its place.
    /// </summary>
    private DesignDocument Choose()
    {
        if (Selected is not null && Compiled.FindDocument(Selected) is { } wanted)
        {
            return wanted;
        }

        if (Selected is not null && _before is { } before && before.Documents.Count == Compiled.Documents.Count)
        {
            var index = before.Documents.FindIndex(document => string.Equals(document.Path, _selected.Path, StringComparison.Ordinal));
            if (index >= 0)
            {
                return Compiled.Documents[index];
            }
        }

        return Compiled.Documents[0];
    }

    private void Mark(CompiledDesign before)
    {
        foreach (var document in Compiled.Documents)
        {
            if (!ReferenceEquals(before.FindDocument(document.Path), document))
            {
                _marks.Add(document.Path);
            }
        }

        _marks.RemoveWhere(path => Compiled.FindDocument(path) is null);
    }

    private Task SelectAsync(DesignDocument document) => SelectedChanged.InvokeAsync(document.Path);

    /// <summary>Shows the next document that an edit changed, in the order of the tabs.</summary>
    private Task ShowChangedAsync()
    {
        var changed = Compiled.Documents.Where(document => _marks.Contains(document.Path)).ToList();
        var at = Compiled.Documents.IndexOf(_selected);
        return SelectAsync(changed.Find(document => Compiled.Documents.IndexOf(document) > at) ?? changed[0]);
    }

    private async Task MoveAsync(KeyboardEventArgs key)
    {
        var index = Compiled.Documents.IndexOf(_selected);
        var next = key.Key switch
        {
            "ArrowRight" => index + 1,
            "ArrowLeft" => index - 1,
            "Home" => 0,
            "End" => Compiled.Documents.Count - 1,
            _ => -1,
        };
        if (next >= 0 && next < Compiled.Documents.Count && _module is not null)
        {
            await SelectAsync(Compiled.Documents[next]);
            await _module.InvokeVoidAsync("focusTab", _tabs);
        }
    }

    private async Task CopyAsync()
    {
        if (_module is not null)
        {
            _isCopied = await _module.InvokeAsync<bool>("copyText", _selected.Text);
        }
    }
}
