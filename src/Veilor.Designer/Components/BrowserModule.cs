using Microsoft.JSInterop;

namespace Veilor.Designer.Components;

/// <summary>Ends what a component runs in the browser.</summary>
internal static class BrowserModule
{
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
