using System.Collections.Immutable;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Editing;

/// <summary>The design with its past and its future. Immutable: every operation gives a new history.</summary>
public sealed record DesignHistory
{
    /// <summary>Typing in one field joins into one step while the pauses are shorter than this.</summary>
    public static readonly TimeSpan JoinWindow = TimeSpan.FromMilliseconds(750);

    private const int MaximumSteps = 500;

    private DesignHistory(ImageDesign current) => Current = current;

    public ImageDesign Current { get; private init; }

    private ImmutableStack<HistoryStep> Past { get; init; } = [];

    private ImmutableStack<HistoryStep> Future { get; init; } = [];

    private int PastCount { get; init; }

    private string LastOrigin { get; init; } = "";

    private DateTimeOffset LastEdit { get; init; }

    private bool LastJoins { get; init; }

    /// <summary>What <see cref="Undo"/> would take back; null when there is nothing.</summary>
    public HistoryStep? NextUndo => Past.IsEmpty ? null : Past.Peek();

    /// <summary>What <see cref="Redo"/> would do again; null when there is nothing.</summary>
    public HistoryStep? NextRedo => Future.IsEmpty ? null : Future.Peek();

    public static DesignHistory Start(ImageDesign design) => new(design);

    /// <summary>Applies an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="origin">Who edits, such as a tab; only edits of one origin join.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new history, or this one when the edit changes nothing.</returns>
    public DesignHistory Apply(DesignEdit edit, string origin, DateTimeOffset now)
    {
        var changed = edit.Apply(Current);
        if (ReferenceEquals(changed, Current) || changed == Current)
        {
            return this;
        }

        var joins = edit.JoinsPrevious && LastJoins && NextUndo?.Path == edit.Path && Future.IsEmpty
            && string.Equals(origin, LastOrigin, StringComparison.Ordinal) && now - LastEdit <= JoinWindow;
        var past = joins ? Past : Past.Push(new HistoryStep(Current, edit.Path, edit.Label));
        var count = joins ? PastCount : PastCount + 1;
        if (count > MaximumSteps)
        {
            past = Trim(past);
            count = MaximumSteps / 2;
        }

        return new DesignHistory(changed)
        {
            Past = past,
            PastCount = count,
            LastOrigin = origin,
            LastEdit = now,
            LastJoins = edit.JoinsPrevious,
        };
    }

    /// <summary>Takes the last step back. Unchanged when there is none.</summary>
    public DesignHistory Undo() => Past.IsEmpty ? this : Travel(Past, Future, isUndo: true);

    /// <summary>Does the last undone step again. Unchanged when there is none.</summary>
    public DesignHistory Redo() => Future.IsEmpty ? this : Travel(Future, Past, isUndo: false);

    private static ImmutableStack<HistoryStep> Trim(ImmutableStack<HistoryStep> past)
    {
        var kept = past.Take(MaximumSteps / 2).Reverse();
        return kept.Aggregate(ImmutableStack<HistoryStep>.Empty, (stack, step) => stack.Push(step));
    }

    private DesignHistory Travel(ImmutableStack<HistoryStep> from, ImmutableStack<HistoryStep> to, bool isUndo)
    {
        from = from.Pop(out var step);
        to = to.Push(step with { Design = Current });
        return new DesignHistory(step.Design)
        {
            Past = isUndo ? from : to,
            Future = isUndo ? to : from,
            PastCount = PastCount + (isUndo ? -1 : 1),
        };
    }
}
