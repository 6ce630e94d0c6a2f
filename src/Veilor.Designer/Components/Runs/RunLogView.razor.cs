using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Components.Runs;

/// <summary>
/// A run's log, while it is written and after. Rows have one height and only those in view exist, whatever the log's size.
/// Wrapped rows have many heights, and browsers draw no element higher than 33 million pixels: then a window of rows is shown that is
/// moved with buttons. While the end is followed only the last rows are rendered, which takes no answer of the browser.
/// </summary>
public sealed partial class RunLogView : ComponentBase, IAsyncDisposable
{
    /// <summary>Height of a row in pixels; the style sheet says the same.</summary>
    private const float RowHeight = 20;

    private const int WrappedWindow = 400;
    private const int PlainWindow = 1_000_000;

    /// <summary>Rows rendered while the end is followed: more than fit into the pane, which the style sheet holds to 768 pixels.</summary>
    private const int TailRows = 50;

    /// <summary>Bytes of a line that are shown; the raw log has the rest.</summary>
    private const int LongestShownLine = 4_096;

    /// <summary>Bytes of a line that are shown while lines so long that browsers are slow with them stream by at the end that is followed.</summary>
    private const int LongestStreamedLine = 1_024;

    private static readonly Dictionary<string, object?> SearchAttributes =
        new(StringComparer.Ordinal) { ["aria-label"] = "Search the log" };

    private readonly CancellationTokenSource _closed = new();
    private LogReading _reading = null!;
    private IDisposable? _subscription;
    private Virtualize<LogRowContent>? _list;
    private Virtualize<LogRowContent>? _started;
    private ElementReference _pane;
    private IJSObjectReference? _script;
    private IJSObjectReference? _selection;
    private DotNetObjectReference<RunLogView>? _self;
    private IReadOnlyList<LogRowContent> _window = [];
    private LogHits _hits = null!;
    private long _searchFrom = 1;
    private LogFilter _filter = LogFilter.Everything;
    private long _windowFirst;
    private long _tailFirst;
    private long? _currentLine;
    private bool _isFollowing;
    private bool _isWrapped;
    private bool _isRefreshing;
    private bool _isBehind;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required BuildRun Run { get; set; }

    /// <summary>The line that the page's address names, from 1; brought into view when it changes.</summary>
    [Parameter]
    public long? Line { get; set; }

    private int WindowSize => _isWrapped ? WrappedWindow : PlainWindow;

    private int WindowCount => (int)Math.Min(WindowSize, _reading.Rows.Count - _windowFirst);

    private long? FirstError => Run.Steps.Select(step => step.FailureLogLine).FirstOrDefault(line => line is not null);

    private string CountText => _reading.Rows.LineCount == _reading.LineCount
        ? LogCount.Lines(_reading.LineCount)
        : string.Create(CultureInfo.InvariantCulture, $"{_reading.Rows.LineCount:N0} of {LogCount.Lines(_reading.LineCount)}");

    /// <summary>Brings a line into view and marks it; following ends.</summary>
    /// <param name="number">The line's number, from 1.</param>
    public Task GoToLineAsync(long number)
    {
        _currentLine = number;
        return GoToRowAsync(_reading.Rows.RowOf(number));
    }

    /// <summary>Called by the script when the person scrolls back: the view must not be pulled from under them.</summary>
    [JSInvokable]
    public void LeaveEnd()
    {
        if (_isFollowing)
        {
            _isFollowing = false;
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _closed.CancelAsync();
        _closed.Dispose();
        _reading?.Dispose();
        _self?.Dispose();
        await BrowserModule.StopAsync(_selection, _script);
        _script = null;
    }

    protected override void OnInitialized()
    {
        _reading = new LogReading(() => Builds.OpenLog(Run.Id));
        _hits = new LogHits(_reading);
        _isFollowing = !Run.IsEnded && Line is null;
        _reading.Refresh(Run);
        MoveWindowTo(_isFollowing ? _reading.Rows.Count : 0);
        _subscription = Builds.Subscribe(Run.Id, () => _ = InvokeAsync(KeepUpAsync));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Line is { } line && line != _currentLine && _script is not null)
        {
            await GoToLineAsync(line);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await AttachAsync();
        }

        // A list that begins where its rows are far above what is seen asks for none of them by itself.
        if (_list is not null && !ReferenceEquals(_list, _started) && !_isFollowing && !_isWrapped)
        {
            _started = _list;
            await RefreshListAsync();
            StateHasChanged();
            await CallAsync("settleRows");
        }
    }

    private async Task AttachAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _script = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Runs/RunLogView.razor.js");
        if (_script is not null && !_closed.IsCancellationRequested)
        {
            _selection = await _script.InvokeAsync<IJSObjectReference>("attach", _pane, _self, $"runs/{Run.Id}/text");
        }

        if (_closed.IsCancellationRequested)
        {
            await BrowserModule.StopAsync(_selection, _script);
            return;
        }

        await RefreshAsync();
        if (Line is { } line)
        {
            await GoToLineAsync(line);
        }
    }

    /// <summary>
    /// One refresh at a time: the next waits for the browser's answer to the last, so that one which is slower than the log is shown the newest
    /// lines and no queue of old ones.
    /// </summary>
    private async Task KeepUpAsync()
    {
        _isBehind = true;
        if (_isRefreshing)
        {
            return;
        }

        _isRefreshing = true;
        try
        {
            while (_isBehind)
            {
                _isBehind = false;
                await RefreshAsync();
            }
        }
        finally
        {
            _isRefreshing = false;
        }
    }

    private async Task RefreshAsync()
    {
        if (_closed.IsCancellationRequested)
        {
            return;
        }

        var before = _reading.Rows.Count;
        _reading.Refresh(Run);
        if (_isFollowing)
        {
            MoveWindowTo(_reading.Rows.Count);
        }
        else if (_isWrapped && _window.Count < WindowSize)
        {
            MoveWindowTo(_windowFirst);
        }

        if (_reading.Rows.Count != before)
        {
            await RefreshListAsync();
        }

        if (_hits.IsBehind)
        {
            await _hits.SearchOnAsync(_closed.Token);
        }

        StateHasChanged();
        if (_isFollowing)
        {
            await CallAsync("showEnd");
        }
    }

    private ValueTask<ItemsProviderResult<LogRowContent>> ProvideAsync(ItemsProviderRequest request) =>
        ValueTask.FromResult(new ItemsProviderResult<LogRowContent>(
            _reading.Read(_windowFirst + request.StartIndex, request.Count, LongestShownLine), WindowCount));

    /// <summary>The list exists only while rows are plain and the end is not followed; a new one reads by itself.</summary>
    private Task RefreshListAsync() => _list is null || _isFollowing || _isWrapped ? Task.CompletedTask : _list.RefreshDataAsync();

    private string LinkTo(long line) => string.Create(CultureInfo.InvariantCulture, $"runs/{Run.Id}?line={line}");

    private string? WholeLineOf(LogLine line) =>
        line.IsShortened ? string.Create(CultureInfo.InvariantCulture, $"runs/{Run.Id}/text?first={line.Number}&last={line.Number}") : null;

    private void GoToTypedLine(ChangeEventArgs change)
    {
        if (long.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0)
        {
            Navigation.NavigateTo(LinkTo(Math.Min(line, Math.Max(1, _reading.LineCount))));
        }
    }

    /// <summary>Goes to the first hit behind what was seen when the search began, as the person types.</summary>
    private async Task SearchAsync(string? text)
    {
        if (_hits.Text.Length == 0)
        {
            _searchFrom = (await PlaceAsync())?.Line ?? 1;
        }

        if (await _hits.SearchAsync(text ?? "", _closed.Token) && _hits.StepFrom(_searchFrom) is { } line)
        {
            await GoToLineAsync(line);
        }
    }

    private Task SearchKeyAsync(KeyboardEventArgs key) =>
        key.Key == "Enter" && !_hits.IsEmpty ? GoToHitAsync(key.ShiftKey ? -1 : 1) : Task.CompletedTask;

    private Task GoToHitAsync(int direction) => GoToLineAsync(_hits.Step(direction));

    private Task GoToFirstErrorAsync() => FirstError is { } line ? GoToLineAsync(line) : Task.CompletedTask;

    private async Task FilterAsync(LogFilter filter)
    {
        _filter = filter;
        if (!await _reading.FilterAsync(filter, _closed.Token))
        {
            return;
        }

        var place = await PlaceAsync();
        _reading.Refresh(Run);
        var row = _reading.Rows.RowOf(place?.Line ?? 1);
        MoveWindowTo(_isFollowing ? _reading.Rows.Count : row);
        if (_selection is not null)
        {
            await _selection.InvokeVoidAsync("filter", LogTextEndpoint.Query(filter));
        }

        await RefreshListAsync();
        await _hits.SearchAsync(_hits.Text, _closed.Token);
        await RefreshAsync();
        await RestorePlaceAsync(row, place);
    }

    private async Task FollowAsync(bool isFollowing)
    {
        _isFollowing = isFollowing;
        await RefreshAsync();
    }

    private async Task WrapAsync(bool isWrapped)
    {
        var place = await PlaceAsync();
        var row = _windowFirst + (place?.Row ?? 0);
        _isWrapped = isWrapped;
        MoveWindowTo(_isFollowing ? _reading.Rows.Count : row);
        await RefreshAsync();
        await RestorePlaceAsync(row, place);
    }

    /// <summary>Where the eye is; null before the browser has the script.</summary>
    private async Task<LogPlace?> PlaceAsync()
    {
        try
        {
            return _script is null ? null : await _script.InvokeAsync<LogPlace?>("placeOf", _pane, RowHeight, _isWrapped);
        }
        catch (JSDisconnectedException)
        {
            return null;
        }
    }

    /// <summary>Leaves the eye where it was after other rows are shown, or the same in another form; the end that is followed stays.</summary>
    private Task RestorePlaceAsync(long row, LogPlace? place) => _isFollowing || place is null
        ? Task.CompletedTask
        : CallAsync("restorePlace", row - _windowFirst, place.Offset, RowHeight, _isWrapped);

    private Task MoveWindowAsync(int direction) => GoToRowAsync(_windowFirst + (direction * WindowSize / 2));

    private async Task JumpToEndAsync()
    {
        await GoToRowAsync(_reading.Rows.Count - 1);
        if (!Run.IsEnded)
        {
            await FollowAsync(true);
        }
    }

    /// <summary>Brings a row into view; following ends.</summary>
    private async Task GoToRowAsync(long row)
    {
        _isFollowing = false;
        if (_isWrapped || row < _windowFirst || row >= _windowFirst + WindowCount)
        {
            MoveWindowTo(row);
            await RefreshListAsync();
        }

        StateHasChanged();
        await CallAsync("showRow", row - _windowFirst, RowHeight, _isWrapped);
    }

    /// <summary>Puts the window around a row.</summary>
    private void MoveWindowTo(long row)
    {
        var rows = _reading.Rows.Count;
        _windowFirst = rows <= WindowSize ? 0 : Math.Clamp(row - (WindowSize / 2), 0, rows - WindowSize);
        _tailFirst = Math.Max(0, WindowCount - TailRows);
        _window = _isWrapped ? _reading.Read(_windowFirst, WindowSize, LongestShownLine)
            : _isFollowing ? ReadTail() : [];
    }

    private IReadOnlyList<LogRowContent> ReadTail()
    {
        var rows = _reading.Read(_windowFirst + _tailFirst, TailRows, LongestStreamedLine);
        var isCut = rows.Any(row => row.Line is { IsShortened: true });
        var isHeavy = Builds.Find(Run.Id) is { IsEnded: false }
            && rows.Sum(row => Math.Min(row.Line?.ByteLength ?? 0, LongestShownLine)) > TailRows * LongestStreamedLine;
        return isCut && !isHeavy ? _reading.Read(_windowFirst + _tailFirst, TailRows, LongestShownLine) : rows;
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        if (_script is null)
        {
            return;
        }

        try
        {
            await _script.InvokeVoidAsync(function, [_pane, .. arguments]);
        }
        catch (JSDisconnectedException)
        {
            _subscription?.Dispose();
        }
    }
}
