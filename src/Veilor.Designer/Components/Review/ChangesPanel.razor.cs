using System.Globalization;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Gallery;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Comparisons;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Components.Review;

/// <summary>What differs between the design and another state of it, in words. Worked out only while it is shown.</summary>
public sealed partial class ChangesPanel : ComponentBase, IDisposable
{
    /// <summary>A longer list is no help to anybody; the text diff has the rest.</summary>
    private const int MostShown = 200;

    private IReadOnlyList<ComparisonSource> _sources = [];
    private IReadOnlyList<ChangeGroup> _groups = [];
    private string _with = ComparisonSource.OpenedId;
    private string _problem = "";
    private Comparison? _compared;
    private DesignSnapshot? _shown;
    private IDisposable? _subscription;
    private IDisposable? _snapshotsSubscription;
    private string? _subscribed;

    [Inject]
    public required ComparisonSources Sources { get; init; }

    [Inject]
    public required DesignSnapshots Snapshots { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required DesignSession Session { get; set; }

    [Parameter, EditorRequired]
    public required DesignSnapshot Snapshot { get; set; }

    /// <summary>The id of the source; null for the state in which the design was opened.</summary>
    [Parameter]
    public string? With { get; set; }

    [Parameter]
    public EventCallback<string> OnWith { get; set; }

    /// <summary>What the preview shows, which stays while sections change.</summary>
    [Parameter]
    public PreviewPlace? Place { get; set; }

    private string Summary => _problem.Length > 0 ? "" : Severities.Count(_groups.Sum(group => group.Changes.Count), "difference");

    public void Dispose()
    {
        _subscription?.Dispose();
        _snapshotsSubscription?.Dispose();
    }

    protected override void OnInitialized()
    {
        _snapshotsSubscription = Snapshots.Subscribe(() => _ = InvokeAsync(() =>
        {
            _sources = Sources.List(Session);
            StateHasChanged();
        }));
    }

    protected override void OnParametersSet()
    {
        var with = With ?? ComparisonSource.OpenedId;
        if (!string.Equals(_subscribed, with, StringComparison.Ordinal))
        {
            _with = with;
            _subscribed = with;
            _sources = Sources.List(Session);
            _subscription?.Dispose();
            _subscription = Sources.Subscribe(Session, with, () => _ = InvokeAsync(() =>
            {
                Compare();
                StateHasChanged();
            }));
        }

        Compare();
    }

    private void Compare()
    {
        var loaded = Sources.Load(Session, _with);
        _problem = loaded.Problem;
        if (loaded.Value is not { } other)
        {
            _groups = [];
            _compared = null;
            return;
        }

        if (ReferenceEquals(other, _compared) && ReferenceEquals(_shown?.Compiled, Snapshot.Compiled))
        {
            return;
        }

        _compared = other;
        _shown = Snapshot;
        try
        {
            var (before, now) = (other.Compiled.Content, Snapshot.Compiled.Content);
            _groups = ChangeGroup.Of(
                DesignDifference.Between(other.Design, Snapshot.Compiled.Design),
                ReferenceEquals(before, now) ? [] : DesignDifference.Between(before, now));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problem = $"A file cannot be read: {e.Message}";
            _groups = [];
        }
    }

    private Task ChooseAsync(string? id) => OnWith.InvokeAsync(id ?? ComparisonSource.OpenedId);

    private string NameOf(ComparisonSource source) =>
        source.At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{source.Name} ({RelativeTime.Describe(at, Time.GetUtcNow())})") : source.Name;

    /// <summary>What is compared with and is not there any more.</summary>
    private string NameOfGone => ComparisonSource.SnapshotOf(_with) is { } snapshot ? $"Snapshot {snapshot} (deleted)" : _with;

    private static string SignOf(FieldChange change) => change.Kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "−",
        ChangeKind.Moved => "↕",
        _ => "·",
    };

    private static string KindOf(FieldChange change) => change.Kind switch
    {
        ChangeKind.Added => "Added:",
        ChangeKind.Removed => "Removed:",
        ChangeKind.Moved => "Moved:",
        _ => "Changed:",
    };
}
