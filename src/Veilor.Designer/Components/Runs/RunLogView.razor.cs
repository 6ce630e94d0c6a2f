using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Components.Runs;

/// <summary>
/// A run's log, while it is written and after. Rows have one height and only those in view exist, whatever the log's size.
/// Wrapped rows have many heights, so wrapping shows a window of lines that is moved with buttons.
/// </summary>
public sealed partial class RunLogView : ComponentBase, IAsyncDisposable
{
    /// <summary>Height of a row in pixels; the style sheet says the same.</summary>
    private const float RowHeight = 20;

    private const int WindowSize = 400;

    /// <summary>Bytes of a line that are shown; the raw log has the rest.</summary>
    private const int LongestShownLine = 4_096;

    private static readonly Dictionary<string, object?> SearchAttributes =
        new(StringComparer.Ordinal) { ["aria-label"] = "Search the log" };

    private readonly CancellationTokenSource _closed = new();
    private RunLogReader? _log;
    private IDisposable? _subscription;
    private Virtualize<LogLine>? _list;
    private ElementReference _pane;
    private IJSObjectReference? _script;
    private DotNetObjectReference<RunLogView>? _self;
    private IReadOnlyList<LogLine> _window = [];
    private IReadOnlyList<long> _hits = [];
    private string _search = "";
    private long _count;
    private long _windowFirst = 1;
    private long? _currentLine;
    private int _hit = -1;
    private bool _isFollowing;
    private bool _isWrapped;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Parameter, EditorRequired]
    public required BuildRun Run { get; set; }

    private long? FirstError => Run.Steps.Select(step => step.FailureLogLine).FirstOrDefault(line => line is not null);

    private string HitText => _search.Length == 0
        ? ""
        : _hits.Count == 0
            ? "No hits"
            : _hit < 0
                ? string.Create(CultureInfo.InvariantCulture, $"{_hits.Count} lines")
                : string.Create(CultureInfo.InvariantCulture, $"{_hit + 1} of {_hits.Count} lines");

    /// <summary>Brings a line into view and marks it; following ends.</summary>
    /// <param name="number">The line's number, from 1.</param>
    public async Task GoToLineAsync(long number)
    {
        _isFollowing = false;
        _currentLine = number;
        if (_isWrapped)
        {
            ReadWindow(number - (WindowSize / 2));
        }

        StateHasChanged();
        await CallAsync("showLine", number, RowHeight, _isWrapped);
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
        _log?.Dispose();
        _self?.Dispose();
        if (_script is not null)
        {
            try
            {
                await _script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                _script = null;
            }
        }
    }

    protected override void OnInitialized()
    {
        _isFollowing = !Run.IsEnded;
        CountLines();
        _subscription = Builds.Subscribe(Run.Id, () => _ = InvokeAsync(RefreshAsync));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _script = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Runs/RunLogView.razor.js");
        await CallAsync("attach", _self);
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        if (_closed.IsCancellationRequested)
        {
            return;
        }

        var before = _count;
        CountLines();
        if (_isWrapped && (_isFollowing || _window.Count < WindowSize))
        {
            ReadWindow(_isFollowing ? _count - WindowSize + 1 : _windowFirst);
        }

        if (_count != before && _list is not null)
        {
            await _list.RefreshDataAsync();
        }

        StateHasChanged();
        if (_isFollowing)
        {
            await CallAsync("showEnd");
        }
    }

    private void CountLines()
    {
        _log ??= Builds.OpenLog(Run.Id);
        _count = _log?.LineCount ?? 0;
    }

    private ValueTask<ItemsProviderResult<LogLine>> ProvideAsync(ItemsProviderRequest request)
    {
        var lines = _log?.Read(request.StartIndex + 1, request.Count, LongestShownLine) ?? [];
        return ValueTask.FromResult(new ItemsProviderResult<LogLine>(lines, (int)Math.Min(_count, int.MaxValue)));
    }

    private async Task SearchAsync(string? text)
    {
        _search = text ?? "";
        _hit = -1;
        var (log, search) = (_log, _search);
        var hits = log is null ? [] : await Task.Run(() => log.Search(search, _closed.Token), _closed.Token);
        if (search == _search)
        {
            _hits = hits;
        }
    }

    private async Task GoToHitAsync(int direction)
    {
        _hit = _hit < 0 && direction < 0 ? _hits.Count - 1 : (_hit + direction + _hits.Count) % _hits.Count;
        await GoToLineAsync(_hits[_hit]);
    }

    private Task GoToFirstErrorAsync() => FirstError is { } line ? GoToLineAsync(line) : Task.CompletedTask;

    private async Task FollowAsync(bool isFollowing)
    {
        _isFollowing = isFollowing;
        await RefreshAsync();
    }

    private async Task WrapAsync(bool isWrapped)
    {
        _isWrapped = isWrapped;
        ReadWindow(_isFollowing ? _count - WindowSize + 1 : (_currentLine ?? 1) - (WindowSize / 2));
        await RefreshAsync();
    }

    private async Task MoveWindowAsync(int direction)
    {
        _isFollowing = false;
        ReadWindow(_windowFirst + (direction * WindowSize / 2));
        await CallAsync("showTop");
    }

    private void ReadWindow(long first)
    {
        _windowFirst = Math.Max(1, Math.Min(first, _count - WindowSize + 1));
        _window = _log?.Read(_windowFirst, WindowSize, LongestShownLine) ?? [];
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
