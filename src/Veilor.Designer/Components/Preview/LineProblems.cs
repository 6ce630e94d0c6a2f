using System.Collections.Immutable;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// The problems of a document at its lines. A problem stands at the first line that its field made; where the field
/// itself made none, at the first line of what lies in it, or of the list item around it.
/// </summary>
public sealed class LineProblems
{
    private readonly ImmutableSortedDictionary<int, LineProblem> _byLine;

    private LineProblems(ImmutableSortedDictionary<int, LineProblem> byLine) => _byLine = byLine;

    public static LineProblems None { get; } = new(ImmutableSortedDictionary<int, LineProblem>.Empty);

    public int Count => _byLine.Count;

    /// <summary>The problems of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">All problems of the design.</param>
    /// <param name="previous">What was shown; it is returned when nothing changed, so that a view has nothing to do.</param>
    public static LineProblems Of(DesignDocument document, EquatableArray<Diagnostic> diagnostics, LineProblems previous)
    {
        if (diagnostics.IsEmpty)
        {
            return None;
        }

        var origins = DocumentOrigins.Of(document);
        var lines = diagnostics
            .Where(diagnostic => diagnostic.Path.Value is not null)
            .Select(diagnostic => (Line: origins.FirstLineOf(diagnostic.Path), Diagnostic: diagnostic))
            .Where(each => each.Line is not null)
            .GroupBy(each => each.Line!.Value, each => each.Diagnostic)
            .ToImmutableSortedDictionary(group => group.Key, group => LineProblem.Of(group.ToEquatableArray()));
        return lines.SequenceEqual(previous._byLine) ? previous : new LineProblems(lines);
    }

    /// <summary>What stands at a line, counted from 0; null for nothing.</summary>
    public LineProblem? At(int line) => _byLine.GetValueOrDefault(line);
}
