using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Pages;

/// <summary>Builds a design on this machine: chooses the steps, says what is in the way, and lists earlier builds.</summary>
public sealed partial class BuildPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private DesignEditor? _editor;
    private DesignFolder? _unreadable;
    /// <summary>The key's path is a full one, seen from where this program runs, as on the command line: the step runs in the bundle's folder.</summary>
    private BuildChoices _choices = InFull(new());
    private BuildHost _host = new(RootAccess.Terminal, BuildHost.DefaultRootStorage, 0, 0);
    private PreflightReport? _preflight;
    private BuildPlan? _plan;
    private string? _openedSlug;
    private string _problem = "";
    private int _looks;

    [Inject]
    public required DesignSessions Sessions { get; init; }

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required PreflightProbe Preflight { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>Why the design cannot be built now.</summary>
    private IReadOnlyList<string> Blocked =>
    [
        .. BundleExporter.Obstacle(_editor!.Compiled, _editor.Snapshot.Refused) is { Length: > 0 } obstacle ? new[] { obstacle } : [],
        .. _preflight?.Blocking.Where(check => check.Name != "podman").Select(check => $"{check.Name}: {check.Found}. It is needed for {check.NeededFor}.") ?? [],
    ];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        _editor?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!string.Equals(_openedSlug, Slug, StringComparison.Ordinal))
        {
            Open();
            await LookAsync();
        }
    }

    private void Open()
    {
        _editor?.Dispose();
        _editor = null;
        _openedSlug = Slug;
        var result = Sessions.Open(Slug);
        _unreadable = result.Unreadable;
        if (result.Session is { } session)
        {
            _editor = new DesignEditor(session, InvokeAsync, Show);
            Replan();
        }
    }

    private void Show()
    {
        Replan();
        StateHasChanged();
    }

    private void Replan()
    {
        var design = _editor!.Design;
        _choices = _choices with { ImageTypes = _choices.ImageTypes.Where(type => design.Outputs.ImageTypes.IndexOf(type) >= 0).ToEquatableArray() };
        _plan = BuildPlanner.Plan(design, _choices, _host);
    }

    private async Task ChooseAsync(BuildChoices choices)
    {
        _choices = InFull(choices);
        Replan();
        await LookAsync();
    }

    private static BuildChoices InFull(BuildChoices choices) =>
        choices.SigningKey.Length == 0 ? choices : choices with { SigningKey = Path.GetFullPath(choices.SigningKey) };

    /// <summary>Looks at the machine. What an earlier look found stays shown until a newer one is done.</summary>
    private async Task LookAsync()
    {
        if (_editor is null)
        {
            return;
        }

        var look = ++_looks;
        try
        {
            var host = await RootProbe.ProbeAsync(_left.Token);
            var report = await Preflight.RunAsync(_editor.Design, _choices, host, _left.Token);
            if (look == _looks)
            {
                (_host, _preflight) = (host, report);
                Replan();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task BuildAsync()
    {
        await LookAsync();
        _editor!.Session.Rescan();
        var snapshot = _editor.Session.Snapshot;
        _problem = BundleExporter.Obstacle(snapshot.Compiled, snapshot.Refused);
        if (_problem.Length > 0 || _preflight is { CanBuild: false })
        {
            return;
        }

        var design = snapshot.Compiled.Design;
        var started = await Builds.StartAsync(
            new BuildRequest(Slug, design.DisplayTitle(), DesignBundle.Entries(snapshot.Compiled), BuildPlanner.Plan(design, _choices, _host))
            {
                DesignId = DesignId.Of(design, snapshot.Compiled.Content).Value,
            });
        _problem = started.Problem ?? "";
        if (started.Run is { } run)
        {
            Navigation.NavigateTo($"/runs/{run.Id}");
        }
    }
}
