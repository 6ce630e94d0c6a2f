using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Help;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Layout;

/// <summary>
/// The frame of every page: theme, app bar, the providers of dialogs, menus and messages, and the error boundary.
/// Nothing is drawn before the theme is known, which takes one message to the browser when it follows the system.
/// </summary>
public sealed partial class MainLayout : IPaletteSource, IAsyncDisposable
{
    private const string ModulePath = "./Components/Layout/MainLayout.razor.js";

    private readonly DotNetObjectReference<MainLayout> _self;
    private ThemePreference _preference;
    private bool? _isDark;
    private bool _isSystemDark;
    private IJSObjectReference? _module;
    private IJSObjectReference? _watch;
    private FaultBoundary? _boundary;
    private ElementReference _content;
    private IDisposable? _paletteToken;

    public MainLayout() => _self = DotNetObjectReference.Create(this);

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required ThemeCookie Cookie { get; init; }

    [Inject]
    public required PaletteSources Palette { get; init; }

    [Inject]
    public required DesignLibrary Designs { get; init; }

    [Inject]
    public required HelpLibrary Help { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The choice that came with the page.</summary>
    [CascadingParameter]
    public ThemePreference InitialPreference { get; set; }

    /// <summary>Called by the browser when the system's theme changes.</summary>
    [JSInvokable]
    public void SystemThemeChanged(bool isDark)
    {
        _isSystemDark = isDark;
        ApplyTheme();
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _self.Dispose();
        _paletteToken?.Dispose();
        try
        {
            if (_watch is not null)
            {
                await _watch.InvokeVoidAsync("stop");
                await _watch.DisposeAsync();
            }
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }

    protected override void OnInitialized()
    {
        _preference = InitialPreference;
        _paletteToken = Palette.Add(this);
        if (_preference is not ThemePreference.System)
            ApplyTheme();
    }

    /// <summary>Another page begins: the fault of the last one is over.</summary>
    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _module = await Script.InvokeAsync<IJSObjectReference>("import", ModulePath);
        _watch = await _module.InvokeAsync<IJSObjectReference>("watchSystemTheme", _self);
        SystemThemeChanged(await _watch.InvokeAsync<bool>("isDark"));
    }

    private async Task ChooseThemeAsync(ThemePreference preference)
    {
        _preference = preference;
        ApplyTheme();
        if (_module is not null)
            await _module.InvokeVoidAsync("keepTheme", Cookie.Name, preference.Name());
    }

    private void ApplyTheme() => _isDark = _preference switch
    {
        ThemePreference.Dark => true,
        ThemePreference.Light => false,
        _ => _isSystemDark,
    };

    private async Task FocusContentAsync() => await _content.FocusAsync();
}
