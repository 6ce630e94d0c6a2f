using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Runs;

/// <summary>
/// What of the design changed since its build before this one: both designs are in the frozen bundles. Nothing for the first build, and
/// when a bundle holds no design that this program reads.
/// </summary>
public sealed partial class RunChanges : ComponentBase
{
    private const int MostShown = 50;

    private RunId _shown;
    private BuildRun? _previous;
    private IReadOnlyList<ChangeGroup>? _groups;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required DesignFolderReader Reader { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required BuildRun Run { get; set; }

    private int Count => _groups?.Sum(group => group.Changes.Count) ?? 0;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Run.Id)
        {
            return;
        }

        _shown = Run.Id;
        _previous = Builds.PreviousOf(Run);
        _groups = null;
        if (_previous is { } previous)
        {
            var (before, after) = (Builds.BundleFolderOf(previous.Id), Builds.BundleFolderOf(Run.Id));
            _groups = await Task.Run(() => Compare(before, after));
        }
    }

    private IReadOnlyList<ChangeGroup>? Compare(string before, string after)
    {
        try
        {
            var (left, right) = (Reader.Read(before), Reader.Read(after));
            return left.SelfContained is { } older && right.SelfContained is { } newer
                ? ChangeGroup.Of(DesignDifference.Between(older, newer), DesignDifference.Between(left.Content.Content, right.Content.Content))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
