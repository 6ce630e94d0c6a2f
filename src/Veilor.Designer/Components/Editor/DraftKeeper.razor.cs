using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor;

/// <summary>
/// Keeps what is half typed, in fields and in rows that are not complete, in the browser's tab (its session storage), so that a reload or a lost connection
/// does not take them. They go when the field becomes valid, is changed from elsewhere, or the tab is closed.
/// </summary>
public sealed partial class DraftKeeper : ComponentBase
{
    private const string ModulePath = "./Components/Editor/DraftKeeper.razor.js";

    private IDesignEditor? _watched;
    private IDisposable? _watch;
    private IJSObjectReference? _module;

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required IDesignEditor Editor { get; set; }

    /// <summary>Drafts were found; forms that are shown already do not know of them.</summary>
    [Parameter]
    public EventCallback OnFound { get; set; }

    public async ValueTask DisposeAsync()
    {
        _watched = null;
        _watch?.Dispose();
        await BrowserModule.StopAsync(watch: null, _module);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_watched, Editor))
        {
            return;
        }

        var editor = _watched = Editor;
        _watch?.Dispose();
        _module ??= await Script.InvokeAsync<IJSObjectReference>("import", ModulePath);
        var kept = await _module.InvokeAsync<Dictionary<string, string>?>("read", editor.Slug);
        if (!ReferenceEquals(_watched, editor))
        {
            return;
        }

        _watch = editor.Drafts.Watch(() => _ = KeepAsync(editor));
        if (kept is { Count: > 0 })
        {
            editor.Drafts.Restore(kept);
            await OnFound.InvokeAsync();
        }
    }

    private async Task KeepAsync(IDesignEditor editor)
    {
        try
        {
            await _module!.InvokeVoidAsync("keep", editor.Slug, editor.Drafts.Texts);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and what it keeps is what it was told before.
        }
    }
}
