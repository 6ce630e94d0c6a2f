using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Comparisons;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Components.Review;

/// <summary>The named states of a design: taking one, comparing with it, going back to it, deleting it.</summary>
public sealed partial class SnapshotsPanel : ComponentBase, IDisposable
{
    private IReadOnlyList<NamedSnapshot> _all = [];
    private IDisposable? _subscription;
    private string _name = "";
    private string _problem = "";

    [Inject]
    public required DesignSnapshots Snapshots { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required DesignSession Session { get; set; }

    [Parameter, EditorRequired]
    public required DesignSnapshot Snapshot { get; set; }

    /// <summary>Changes are to be shown against this source.</summary>
    [Parameter]
    public EventCallback<string> OnCompare { get; set; }

    /// <summary>The design is to be edited: a snapshot is restored.</summary>
    [Parameter]
    public EventCallback<DesignEdit> OnEdit { get; set; }

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized()
    {
        _all = Snapshots.List(Session.Folder);
        _subscription = Snapshots.Subscribe(() => _ = InvokeAsync(() =>
        {
            _all = Snapshots.List(Session.Folder);
            StateHasChanged();
        }));
    }

    private void Take()
    {
        var taken = Snapshots.Take(Session.Folder, _name, Snapshot.Compiled.Design);
        _problem = taken.Problem;
        if (taken.Value is not null)
        {
            _name = "";
        }
    }

    private async Task RestoreAsync(NamedSnapshot snapshot)
    {
        var read = Snapshots.Read(snapshot);
        _problem = read.Problem;
        if (read.Value is not { } design)
        {
            return;
        }

        if (design == Snapshot.Compiled.Design)
        {
            Snackbar.Add($"The design is '{snapshot.Name}' already.");
            return;
        }

        // Undo goes to what it changes.
        var place = DesignDifference.Between(Snapshot.Compiled.Design, design).Select(change => change.Path).FirstOrDefault(ImageFields.Name.Path);
        await OnEdit.InvokeAsync(new DesignEdit(place, $"restore snapshot {snapshot.Name}", _ => design));
        Snackbar.Add($"'{snapshot.Name}' was restored. Undo takes you back.");
    }

    private async Task CompareAsync(NamedSnapshot snapshot)
    {
        await OnCompare.InvokeAsync(ComparisonSource.OfSnapshot(snapshot.Id));
        await Script.FocusFieldAsync(ReviewPanels.TabId(ReviewPanels.Changes));
    }

    private async Task DeleteAsync(NamedSnapshot snapshot)
    {
        var result = Snapshots.Delete(snapshot);
        _problem = result.Problem;
        if (result.Value is { } deleted)
        {
            Snackbar.Add($"The snapshot '{snapshot.Name}' was deleted.", Severity.Normal, options =>
            {
                options.Action = "Undo";
                options.ActionColor = Color.Primary;
                options.OnClick = _ => InvokeAsync(() => _problem = Snapshots.BringBack(deleted).Problem);
            });
            await Script.FocusFieldAsync("snapshot-name");
        }
    }
}
