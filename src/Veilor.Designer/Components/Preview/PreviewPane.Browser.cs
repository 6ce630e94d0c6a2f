using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Fields;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// The part that talks with the browser. Lighting lines, moving along them and scrolling are the browser's; it asks for
/// rows that it does not hold, for the other files that a field is written to, and for the words on a line.
/// </summary>
public sealed partial class PreviewPane
{
    private const string ModulePath = "./Components/Preview/PreviewPane.razor.js";

    private readonly BrowserWatch<PreviewPane> _browser;
    private ElementReference _root;
    private string? _visibleTab;
    private ExplainedLine? _explained;
    private (string Path, int Line)? _revealed;
    private int? _lineToReveal;
    private string _paintedHits = "";

    public PreviewPane() => _browser = new(this);

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>Called by the browser: holds the rows around one.</summary>
    /// <param name="view">The place of the file.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="isChange">True when it is what an edit brought.</param>
    [JSInvokable]
    public void ShowRows(string view, int row, bool isChange) => RowsOf(view)?.Hold(row, isChange);

    /// <summary>Called by the browser: says in which files a field has lines.</summary>
    /// <param name="marks">The field as an attribute names it; several are parted by blanks.</param>
    [JSInvokable]
    public IReadOnlyList<FieldLines> LinesOf(string marks)
    {
        var fields = marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FieldMark.Read).ToList();
        return [.. Compiled.Documents
            .Select(document => (document.Path, Lines: fields.SelectMany(DocumentOrigins.Of(document).LinesOf).Distinct().Order().ToList()))
            .Where(each => each.Lines.Count > 0)
            .Select(each => ToFieldLines(each.Path, each.Lines))];
    }

    /// <summary>Called by the browser: fills the card with what is known about a line.</summary>
    /// <returns>False when the row shows no line.</returns>
    [JSInvokable]
    public bool ExplainRow(string view, int row)
    {
        var file = string.Equals(view, PreviewView.Main, StringComparison.Ordinal) ? _main : _beside ?? _main;
        if (file.Text is not { } document || RowsOf(view)?.LineOf(row) is not { } line || line >= document.Lines.Count)
        {
            return false;
        }

        _explained = ExplainedLine.Of(Compiled, document, line);
        StateHasChanged();
        return true;
    }

    /// <summary>Called by the browser for Ctrl+F, with the text that is selected.</summary>
    [JSInvokable]
    public Task Find(string text) => OpenFindAsync(text);

    /// <summary>Called by the browser for F3 and Shift+F3, Enter and Shift+Enter.</summary>
    [JSInvokable]
    public Task FindNext(bool isBack) => IsFinding ? StepAsync(isBack ? -1 : 1) : OpenFindAsync("");

    /// <summary>Called by the browser for Escape.</summary>
    [JSInvokable]
    public Task EndFind() => CloseFindAsync();

    /// <summary>Called by the browser when a line leads to a field that the wide preview hides.</summary>
    [JSInvokable]
    public void Narrow()
    {
        _isWide = false;
        StateHasChanged();
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _browser.StartAsync(Script, ModulePath, "watch", _root);
        }

        if (_browser.Running is null)
        {
            return;
        }

        if (!string.Equals(_visibleTab, _main.Path, StringComparison.Ordinal))
        {
            _visibleTab = _main.Path;
            await _browser.Running.InvokeVoidAsync("showTab");
        }

        await PaintHitsAsync();
        if (_lineToReveal is { } line)
        {
            _lineToReveal = null;
            await RevealLineAsync(PreviewView.Main, line);
        }
    }

    private void NoticeLine()
    {
        var place = Place.Line is { } line && MissingText is null ? (_main.Path, line) : ((string Path, int Line)?)null;
        if (place is { } wanted && place != _revealed)
        {
            _lineToReveal = wanted.Line - 1;
        }

        _revealed = place;
    }

    private IRowView? RowsOf(string view) =>
        (string.Equals(view, PreviewView.Main, StringComparison.Ordinal) ? _mainPane : _besidePane)?.Rows;

    private FieldLines ToFieldLines(string path, List<int> lines)
    {
        var view = string.Equals(path, _main.Path, StringComparison.Ordinal) ? PreviewView.Main
            : string.Equals(path, _beside?.Path, StringComparison.Ordinal) ? PreviewView.Beside
            : "";
        return new FieldLines(path, lines.Count, view.Length == 0 ? -1 : RowsOf(view)?.RowOf(lines[0]) ?? -1, view);
    }

    private async Task TellAsync(string what)
    {
        if (_browser.Running is not null)
        {
            await _browser.Running.InvokeVoidAsync(what);
        }
    }

    private async Task RevealLineAsync(string view, int line)
    {
        if (RowsOf(view)?.RowOf(line) is { } row)
        {
            await RevealAsync(view, row);
        }
    }

    private async Task RevealAsync(string view, int row)
    {
        if (RowsOf(view) is { } rows && _browser.Running is not null)
        {
            if (!rows.Holds(row))
            {
                rows.Hold(row, isChange: false);
            }

            await _browser.Running.InvokeVoidAsync("reveal", view, row);
        }
    }

    private Task RevealMainAsync(int row) => RevealAsync(PreviewView.Main, row);

    private Task RevealBesideAsync(int row) => RevealAsync(PreviewView.Beside, row);

    private Task FollowMainAsync(int row) => FollowAsync(PreviewView.Main, row);

    private Task FollowBesideAsync(int row) => FollowAsync(PreviewView.Beside, row);

    private async Task FollowAsync(string view, int row)
    {
        if (_browser.Running is not null)
        {
            await _browser.Running.InvokeVoidAsync("follow", view, row);
        }
    }

    /// <summary>Hands the browser the places to paint, as triples of row, start and length, when they changed.</summary>
    private async Task PaintHitsAsync()
    {
        var painted = "";
        var places = new List<object>();
        foreach (var (view, file) in new[] { (PreviewView.Main, (BundleFile?)_main), (PreviewView.Beside, _beside) })
        {
            if (_search is null || file?.Text is not { } document || RowsOf(view) is not { } rows)
            {
                continue;
            }

            var current = _hit >= 0 && _hit < _hits.Count ? _hits[_hit] : (SearchHit?)null;
            var hits = _search.In(document);
            var triples = hits
                .Select(hit => (Row: rows.RowOf(hit.Line), hit.Span))
                .Where(each => each.Row is not null)
                .Select(each => new[] { each.Row!.Value, each.Span.Start, each.Span.Length })
                .ToList();
            places.Add(new { view, triples, current = current is { } hit ? hits.IndexOf(hit) : -1 });
            painted += $"{view} {hits.GetHashCode()} {current} {document.Path} {document.Lines.Count};";
        }

        if (_browser.Running is not null && !string.Equals(painted, _paintedHits, StringComparison.Ordinal))
        {
            _paintedHits = painted;
            await _browser.Running.InvokeVoidAsync("paintHits", places);
        }
    }

    private Task CopyMainAsync() => CopyAsync(PreviewView.Main, _main);

    private Task CopyBesideAsync() => CopyAsync(PreviewView.Beside, _beside);

    private async Task CopyAsync(string view, BundleFile? file)
    {
        if (_browser.Module is not null && file?.Text is { } document)
        {
            _copied = await _browser.Module.InvokeAsync<bool>("copyText", document.Text) ? view : null;
        }
    }
}
