using Microsoft.JSInterop;

namespace Veilor.Designer.Components;

/// <summary>
/// What a component runs in the browser and is called back by, from its start to its end. A person may leave before the
/// browser has answered the start: what came is stopped then. The browser finds its component until it was told to stop,
/// since what it says on the way must find somebody.
/// </summary>
/// <typeparam name="TOwner">The component, whose methods the browser calls.</typeparam>
internal sealed class BrowserWatch<TOwner>(TOwner owner) : IAsyncDisposable
    where TOwner : class
{
    private readonly DotNetObjectReference<TOwner> _owner = DotNetObjectReference.Create(owner);
    private bool _isStarting;
    private bool _isGone;

    /// <summary>The module; null before it was loaded and after the end.</summary>
    public IJSObjectReference? Module { get; private set; }

    /// <summary>What the module's function returned; null before that and after the end.</summary>
    public IJSObjectReference? Running { get; private set; }

    /// <summary>Loads a module and calls the function that watches. Its first arguments are these, its last the component.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="path">The address of the module.</param>
    /// <param name="function">The function that watches; what it returns has a function <c>stop</c>.</param>
    /// <param name="arguments">What the function is given in front of the component.</param>
    public async Task StartAsync(IJSRuntime script, string path, string function, params object?[] arguments)
    {
        _isStarting = true;
        var module = await script.InvokeAsync<IJSObjectReference>("import", path);
        var running = _isGone ? null : await module.InvokeAsync<IJSObjectReference>(function, [.. arguments, _owner]);
        _isStarting = false;
        if (_isGone)
        {
            await EndAsync(module, running);
            return;
        }

        (Module, Running) = (module, running);
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        var (module, running) = (Module, Running);
        (Module, Running) = (null, null);
        if (!_isStarting)
        {
            await EndAsync(module, running);
        }
    }

    private async ValueTask EndAsync(IJSObjectReference? module, IJSObjectReference? running)
    {
        await BrowserModule.StopAsync(running, module);
        _owner.Dispose();
    }
}
