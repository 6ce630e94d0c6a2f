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
    private readonly DesignDocument? _document;
    private readonly EquatableArray<Diagnostic> _diagnostics;

    private LineProblems(ImmutableSortedDictionary<int, LineProblem> byLine, DesignDocument? document, EquatableArray<Diagnostic> diagnostics) =>
        (_byLine, _document, _diagnostics) = (byLine, document, diagnostics);

    public static LineProblems None { get; } = new(ImmutableSortedDictionary<int, LineProblem>.Empty, null, []);

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

        if (previous._document is { } before && diagnostics == previous._diagnostics && HaveSameOrigins(before, document))
        {
            return previous;
        }

        var origins = DocumentOrigins.Of(document);
        var lines = diagnostics
            .Where(diagnostic => diagnostic.Path.Value is not null)
            .Select(diagnostic => (Line: origins.FirstLineOf(diagnostic.Path), Diagnostic: diagnostic))
            .Where(each => each.Line is not null)
            .GroupBy(each => each.Line!.Value, each => each.Diagnostic)
            .ToImmutableSortedDictionary(group => group.Key, group => LineProblem.Of(group.ToEquatableArray()));
        return lines.SequenceEqual(previous._byLine) ? previous : new LineProblems(lines, document, diagnostics);
    }

    /// <summary>What stands at a line, counted from 0; null for nothing.</summary>
    public LineProblem? At(int line) => _byLine.GetValueOrDefault(line);

    /// <summary>Most keys change the text of a line and not where it comes from; comparing is cheaper than looking every problem up again.</summary>
    private static bool HaveSameOrigins(DesignDocument left, DesignDocument right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left.Lines.Count != right.Lines.Count)
        {
            return false;
        }

        for (var line = 0; line < left.Lines.Count; line++)
        {
            if (left.Lines[line].Origins != right.Lines[line].Origins || left.Lines[line].Bond != right.Lines[line].Bond)
            {
                return false;
            }
        }

        return true;
    }
}
