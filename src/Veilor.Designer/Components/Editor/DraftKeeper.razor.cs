using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Fields;
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

    /// <summary>
    /// What the browser may keep. A text that looks like a password, a key or a token is not among it, nor what stands where the place of a
    /// secret is asked for: it may be the secret, and a browser writes its session storage to the disk.
    /// </summary>
    /// <param name="drafts">Everything that is half typed.</param>
    public static IReadOnlyDictionary<string, string> Kept(FieldDrafts drafts) => drafts.Texts
        .Where(text => !SecretText.IsIn(text.Value) && !(text.Key.StartsWith(SecretFields.Secrets.Path.Value, StringComparison.Ordinal) && text.Key.EndsWith(".from", StringComparison.Ordinal)))
        .ToDictionary(StringComparer.Ordinal);

    private async Task KeepAsync(IDesignEditor editor)
    {
        try
        {
            await _module!.InvokeVoidAsync("keep", editor.Slug, Kept(editor.Drafts));
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and what it keeps is what it was told before.
        }
    }
}
