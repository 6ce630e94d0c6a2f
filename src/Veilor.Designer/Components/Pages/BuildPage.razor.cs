using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Pages;

/// <summary>Builds a design on this machine, and lists its earlier builds.</summary>
public sealed partial class BuildPage : ComponentBase, IDisposable
{
    private DesignEditor? _editor;
    private DesignFolder? _unreadable;
    private BuildPlan? _plan;
    private string? _openedSlug;
    private string _problem = "";

    [Inject]
    public required DesignSessions Sessions { get; init; }

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>Why the design cannot be built now.</summary>
    private IReadOnlyList<string> Blocked =>
        BundleExporter.Obstacle(_editor!.Compiled, _editor.Snapshot.Refused) is { Length: > 0 } obstacle ? [obstacle] : [];

    public void Dispose() => _editor?.Dispose();

    protected override void OnParametersSet()
    {
        if (!string.Equals(_openedSlug, Slug, StringComparison.Ordinal))
        {
            Open();
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
            _plan = Plan(_editor.Design);
        }
    }

    private void Show()
    {
        _plan = Plan(_editor!.Design);
        StateHasChanged();
    }

    private static BuildPlan Plan(ImageDesign design) => BuildPlanner.ContainerBuild(design.BuiltReference().ToString());

    private async Task BuildAsync()
    {
        _editor!.Session.Rescan();
        var snapshot = _editor.Session.Snapshot;
        _problem = BundleExporter.Obstacle(snapshot.Compiled, snapshot.Refused);
        if (_problem.Length > 0)
        {
            return;
        }

        var design = snapshot.Compiled.Design;
        var started = await Builds.StartAsync(
            new BuildRequest(Slug, design.DisplayTitle(), DesignBundle.Entries(snapshot.Compiled), Plan(design)));
        _problem = started.Problem ?? "";
        if (started.Run is { } run)
        {
            Navigation.NavigateTo($"/runs/{run.Id}");
        }
    }
}
