using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.JSInterop;

namespace Veilor.Designer.Components.Layout;

/// <summary>
/// Lets a part of a page go with the page. An item of a menu is rendered where popovers are, outside of the page that has
/// the menu; when it is chosen, MudBlazor 9 brings the keyboard back to the menu's button (MudMenu.FocusActivatorAsync),
/// also when the browser went away in between. Every other fault is a fault as it is without this.
/// </summary>
public sealed class LeftPageBoundary : ErrorBoundaryBase
{
    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is not JSDisconnectedException)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return Task.CompletedTask;
    }

    /// <summary>After the page was left there is nobody to render for.</summary>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
        }
    }
}
