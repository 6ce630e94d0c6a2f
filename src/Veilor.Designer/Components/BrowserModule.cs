using Microsoft.JSInterop;

namespace Veilor.Designer.Components;

/// <summary>Starts what a component runs in the browser, and ends it.</summary>
internal static class BrowserModule
{
    /// <summary>
    /// Loads a module and calls the function that watches. A person may leave before either has answered; then what came
    /// is let go, and a component that is gone is not asked for what it has let go itself.
    /// </summary>
    /// <param name="script">The browser.</param>
    /// <param name="path">The address of the module.</param>
    /// <param name="function">The function that watches.</param>
    /// <param name="isGone">Whether the component has been disposed.</param>
    /// <param name="arguments">The arguments of the function.</param>
    /// <returns>The module and what it watches; nothing when the component is gone.</returns>
    public static async Task<(IJSObjectReference? Module, IJSObjectReference? Watch)> StartAsync(
        IJSRuntime script, string path, string function, Func<bool> isGone, params object?[] arguments)
    {
        var module = await script.InvokeAsync<IJSObjectReference>("import", path);
        var watch = isGone() ? null : await module.InvokeAsync<IJSObjectReference>(function, arguments);
        if (!isGone())
        {
            return (module, watch);
        }

        await StopAsync(watch, module);
        return default;
    }

    /// <summary>Calls <c>stop</c> on what a module watches, and lets both go. A browser that is gone took them with it.</summary>
    /// <param name="watch">What the module returned; null when it did not start.</param>
    /// <param name="module">The module; null when it was not loaded.</param>
    public static async ValueTask StopAsync(IJSObjectReference? watch, IJSObjectReference? module)
    {
        try
        {
            if (watch is not null)
            {
                await watch.InvokeVoidAsync("stop");
                await watch.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }
}
