using Veilor.Designer.Components.Gallery;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Comparisons;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// The comparison that a page has pinned. It is read once, when it is chosen, and stays what it was then: the last save
/// of a minute ago is still there to compare with after the next one.
/// </summary>
public sealed class PinnedComparison(ComparisonSources sources, TimeProvider time)
{
    private (DesignSession? Session, string? Id) _pinned;

    /// <summary>The other side; null when nothing is pinned or it cannot be read.</summary>
    public PreviewComparison? Value { get; private set; }

    /// <summary>Why it cannot be read; empty otherwise.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>What a design can be compared with now.</summary>
    public IReadOnlyList<ComparisonChoice> Choices(DesignSession session) =>
        [.. sources.List(session).Select(source => new ComparisonChoice(
            source.Id,
            source.Name,
            source.At is { } at ? RelativeTime.Describe(at, time.GetUtcNow()) : source.Kind == ComparisonKind.LastSave ? "saved as you type" : ""))];

    /// <summary>Pins what an address names; null lets go. The same again changes nothing.</summary>
    public void Pin(DesignSession session, string? id)
    {
        if (_pinned == (session, id))
        {
            return;
        }

        _pinned = (session, id);
        Load(session, id);
    }

    /// <summary>Looks whether the snapshot that is pinned is still there: one that was deleted is let go, and one that was brought back is pinned again.</summary>
    /// <returns>True when that changed something.</returns>
    public bool LookAgain(DesignSession session)
    {
        if (_pinned.Id is not { } id || ComparisonSource.SnapshotOf(id) is null)
        {
            return false;
        }

        var isThere = sources.List(session).Any(source => string.Equals(source.Id, id, StringComparison.Ordinal));
        if (isThere == Value is not null)
        {
            return false;
        }

        var name = Value?.Name;
        Load(session, id);
        Problem = name is null || Value is not null ? Problem : $"{name} was deleted. Compare with another state, or end the comparison.";
        return true;
    }

    private void Load(DesignSession session, string? id)
    {
        Value = null;
        Problem = "";
        if (id is null)
        {
            return;
        }

        var result = sources.Load(session, id);
        Value = result.Value is { } comparison ? new PreviewComparison(id, comparison.Name, comparison.Compiled) : null;
        Problem = result.Problem;
    }
}
