using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Veilor.Designer.Components.Layout;

namespace Veilor.Designer.Components;

/// <summary>
/// The static shell around the application. It is all that the first response holds; the pages follow on the circuit,
/// because rendering them twice would load every design twice.
/// </summary>
public sealed partial class App
{
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    public required ThemeCookie Cookie { get; init; }

    /// <summary>Known before the first paint, so that a dark page never starts white.</summary>
    private ThemePreference Theme => Cookie.Read(Context.Request);
}
