using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Components.Layout;

/// <summary>
/// Tells of builds that end while a page is open, and of those that begin to wait for the person's hand: a message on the page, and a notification of the desktop when the person allowed it
/// and looks elsewhere.
/// </summary>
public sealed partial class RunNotifier : ComponentBase
{
    private readonly HashSet<RunId> _open = [];
    private HashSet<RunId> _waiting = [];
    private IDisposable? _subscription;
    private IJSObjectReference? _module;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its module with it.
        }
    }

    protected override void OnInitialized()
    {
        Remember();
        _waiting = Waiting();
        _subscription = Builds.Subscribe(() => _ = InvokeAsync(LookAsync));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Layout/RunNotifier.razor.js");
        }
    }

    private HashSet<RunId> Waiting() => [.. Builds.Runs.Where(run => run.WaitsForPerson).Select(run => run.Id)];

    private void Remember() => _open.UnionWith(Builds.Runs.Where(run => !run.IsEnded).Select(run => run.Id));

    private async Task LookAsync()
    {
        Remember();
        foreach (var run in _open.Select(Builds.Find).OfType<BuildRun>().Where(run => run.IsEnded).ToList())
        {
            _open.Remove(run.Id);
            await TellAsync(run);
        }

        var before = _waiting;
        _waiting = Waiting();
        foreach (var run in _waiting.Except(before).Select(Builds.Find).OfType<BuildRun>().ToList())
        {
            await TellAsync(run);
        }
    }

    /// <summary>A notification with the tag of another takes its place and rings no more, so each wait has a tag of its own.</summary>
    private static string Tag(BuildRun run) => run.WaitsForPerson
        ? string.Create(CultureInfo.InvariantCulture, $"{run.Id}-waits-{run.Steps.Count(step => step.Ended is not null)}")
        : run.Id.Value;

    private async Task TellAsync(BuildRun run)
    {
        var (text, severity) = run.State switch
        {
            RunState.Running => ($"The build of {run.DesignTitle} waits for you.", Severity.Warning),
            RunState.Succeeded => ($"{run.DesignTitle} is built.", Severity.Success),
            RunState.Failed => ($"The build of {run.DesignTitle} failed.", Severity.Error),
            _ => ($"The build of {run.DesignTitle} was {run.State.ToString().ToLowerInvariant()}.", Severity.Normal),
        };
        var path = $"runs/{run.Id}";
        if (!Navigation.ToBaseRelativePath(Navigation.Uri).StartsWith(path, StringComparison.Ordinal))
        {
            Snackbar.Add(text, severity, options =>
            {
                options.Action = "Show";
                options.OnClick = _ =>
                {
                    Navigation.NavigateTo(path);
                    return Task.CompletedTask;
                };
            });
        }

        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("notify", text, run.WaitsForPerson ? "Its commands are to be run in a terminal." : run.Reason ?? "", Tag(run));
            }
            catch (JSDisconnectedException)
            {
                _subscription?.Dispose();
            }
        }
    }
}
