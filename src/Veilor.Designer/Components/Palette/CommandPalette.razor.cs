using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Veilor.Designer.Components.Palette;

/// <summary>
/// Finds every field, package, setting, problem, file and command by name and goes there. The browser opens the dialog
/// at once and asks for its rows; it also remembers what was chosen lately, on this machine alone.
/// </summary>
public sealed partial class CommandPalette : ComponentBase
{
    private const string ModulePath = "./Components/Palette/CommandPalette.razor.js";
    private const int Page = 8;

    private readonly BrowserWatch<CommandPalette> _browser;
    private ElementReference _dialog;
    private IReadOnlyList<PaletteEntry> _entries = [];
    private IReadOnlyList<PaletteMatch> _matches = [];
    private IReadOnlyList<string> _recent = [];
    private string _text = "";
    private int _active;
    private bool _isOpen;

    /// <summary>What was switched last, for those who hear the page: the row itself shows the new state.</summary>
    private string _done = "";

    public CommandPalette() => _browser = new(this);

    [Inject]
    public required PaletteSources Sources { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    private PaletteEntry? Active => _active < _matches.Count ? _matches[_active].Entry : null;

    private string Summary => !_isOpen ? ""
        : _matches.Count == 0 ? "Nothing fits. Fewer letters find more."
        : $"{_done}{(_matches.Count == PaletteSearch.MostResults ? "The best " : "")}{_matches.Count}";

    private string Keys => !_isOpen || _matches.Count == 0 ? ""
        : $" · ↑ ↓ to choose, Enter to go, {(Active?.Switch?.Invoke() is { } found ? $"Ctrl+Enter to {found.Label}, " : "")}Esc to close";

    /// <summary>Called by the browser when the dialog was opened.</summary>
    /// <param name="recent">The ids of entries that were chosen lately, the last one first.</param>
    [JSInvokable]
    public void Opened(string[] recent)
    {
        _recent = recent;
        _entries = Sources.List();
        _isOpen = true;
        Type("");
        StateHasChanged();
    }

    /// <summary>Called by the browser when the dialog was closed, by Escape or by a choice.</summary>
    [JSInvokable]
    public void Closed()
    {
        (_isOpen, _text, _active, _entries, _matches) = (false, "", 0, [], []);
        StateHasChanged();
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _browser.StartAsync(Script, ModulePath, "watchPalette", _dialog);
        }
    }

    private void Type(string? text)
    {
        _text = text ?? "";
        _active = 0;
        _done = "";
        _matches = _isOpen ? PaletteSearch.Find(_entries, _text, _recent) : [];
    }

    private async Task PressAsync(KeyboardEventArgs press)
    {
        switch (press.Key)
        {
            case "ArrowDown":
                Step(1);
                break;
            case "ArrowUp":
                Step(-1);
                break;
            case "PageDown":
                _active = Math.Clamp(_active + Page, 0, Math.Max(0, _matches.Count - 1));
                break;
            case "PageUp":
                _active = Math.Clamp(_active - Page, 0, Math.Max(0, _matches.Count - 1));
                break;
            case "Enter" when Active is { } entry && (press.CtrlKey || press.MetaKey):
                await SwitchAsync(entry);
                return;
            case "Enter" when Active is { } entry:
                await ChooseAsync(entry);
                return;
            default:
                return;
        }

        if (_browser.Running is not null)
        {
            await _browser.Running.InvokeVoidAsync("reveal", RowId(_active));
        }
    }

    private Task ClickAsync(MouseEventArgs click, PaletteEntry entry) =>
        (click.CtrlKey || click.MetaKey) && entry.Switch is not null ? SwitchAsync(entry) : ChooseAsync(entry);

    /// <summary>Switches an entry of the catalogue where it is: the palette stays, so that several can be switched.</summary>
    private async Task SwitchAsync(PaletteEntry entry)
    {
        if (entry.Switch?.Invoke() is not { } found)
        {
            return;
        }

        found.Run();
        _done = $"Done: {found.Label}. ";
        _active = _matches.Index().First(each => ReferenceEquals(each.Item.Entry, entry)).Index;
        if (_browser.Running is not null)
        {
            await _browser.Running.InvokeVoidAsync("remember", entry.Id);
        }
    }

    private static string StateOf(PaletteEntry entry) => entry.Switch?.Invoke() is { State.Length: > 0 } found ? $" · {found.State}" : "";

    private void Step(int by) => _active = _matches.Count == 0 ? 0 : (_active + by + _matches.Count) % _matches.Count;

    /// <summary>The dialog is closed first: it gives the keyboard back, and what is chosen may take it from there.</summary>
    private async Task ChooseAsync(PaletteEntry entry)
    {
        if (_browser.Running is not null)
        {
            await _browser.Running.InvokeVoidAsync("close", entry.Id);
        }

        await entry.Run();
    }

    private bool IsRecent(PaletteEntry entry) => _text.Length == 0 && _recent.Contains(entry.Id, StringComparer.Ordinal);

    private static string RowId(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"palette-row-{index}");

    private static IEnumerable<(string Text, bool IsMarked)> Pieces(PaletteMatch match)
    {
        var title = match.Entry.Title;
        var place = 0;
        foreach (var mark in match.Marks)
        {
            if (mark.Start > place)
            {
                yield return (title[place..mark.Start], false);
            }

            yield return (title[mark.Start..mark.End], true);
            place = mark.End;
        }

        if (place < title.Length)
        {
            yield return (title[place..], false);
        }
    }

    private static string KindName(PaletteKind kind) => kind switch
    {
        PaletteKind.Argument => "kernel argument",
        PaletteKind.Sysctl => "sysctl setting",
        PaletteKind.Modules => "blocked modules",
        PaletteKind.Item => "in the design",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
