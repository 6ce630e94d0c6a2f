using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Veilor.Designer.Components.Runs;

/// <summary>Asks the browser for leave to notify; nothing once the person has refused.</summary>
public sealed partial class NotifyButton : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? _module;
    private string _permission = "";

    [Inject]
    public required IJSRuntime Script { get; init; }

    public async ValueTask DisposeAsync()
    {
        try
        {
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Layout/RunNotifier.razor.js");
        if (_module is not null)
        {
            _permission = await _module.InvokeAsync<string>("permission");
            StateHasChanged();
        }
    }

    private async Task AskAsync() => _permission = await _module!.InvokeAsync<string>("ask");
}
