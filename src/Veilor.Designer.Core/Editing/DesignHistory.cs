using System.Collections.Immutable;
using Veilor.Designer.Core.Collections;
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
    /// <param name="displaced">The files as they were before the edit, when it changed some.</param>
    /// <returns>The new history, or this one when the edit changes nothing.</returns>
    public DesignHistory Apply(DesignEdit edit, string origin, DateTimeOffset now, EquatableArray<StashedFile> displaced = default)
    {
        var changed = edit.Apply(Current);
        if (displaced.IsEmpty && (ReferenceEquals(changed, Current) || changed == Current))
        {
            return this;
        }

        var joins = edit.JoinsPrevious && displaced.IsEmpty && LastJoins && NextUndo?.Path == edit.Path && Future.IsEmpty
            && string.Equals(origin, LastOrigin, StringComparison.Ordinal) && now - LastEdit <= JoinWindow;
        var past = joins ? Past : Past.Push(new HistoryStep(Current, edit.Path, edit.Label) { Files = displaced });
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
    /// <param name="displaced">The files as they were before, when the step has some.</param>
    public DesignHistory Undo(EquatableArray<StashedFile> displaced = default) => Past.IsEmpty ? this : Travel(Past, Future, isUndo: true, displaced);

    /// <summary>Does the last undone step again. Unchanged when there is none.</summary>
    /// <param name="displaced">The files as they were before, when the step has some.</param>
    public DesignHistory Redo(EquatableArray<StashedFile> displaced = default) => Future.IsEmpty ? this : Travel(Future, Past, isUndo: false, displaced);

    private static ImmutableStack<HistoryStep> Trim(ImmutableStack<HistoryStep> past)
    {
        var kept = past.Take(MaximumSteps / 2).Reverse();
        return kept.Aggregate(ImmutableStack<HistoryStep>.Empty, (stack, step) => stack.Push(step));
    }

    private DesignHistory Travel(ImmutableStack<HistoryStep> from, ImmutableStack<HistoryStep> to, bool isUndo, EquatableArray<StashedFile> displaced)
    {
        from = from.Pop(out var step);
        to = to.Push(step with { Design = Current, Files = displaced });
        return new DesignHistory(step.Design)
        {
            Past = isUndo ? from : to,
            Future = isUndo ? to : from,
            PastCount = PastCount + (isUndo ? -1 : 1),
        };
    }
}
