using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// A document with its colours. A line that was in the version before keeps its object, so that a view renders only
/// what is new. All tabs share one result a document.
/// </summary>
/// <remarks>
/// What both versions begin and end with is taken over as it is: an edit costs a comparison of the lines and work for
/// the few between.
/// </remarks>
public sealed class HighlightedDocument
{
    private static readonly ConditionalWeakTable<DesignDocument, HighlightedDocument> Known = [];

    private readonly HashSet<object> _new = new(ReferenceEqualityComparer.Instance);
    private readonly HighlightedLine[] _lines;

    /// <summary>What the tokenizer had open behind each line.</summary>
    private readonly int[] _states;

    private HighlightedDocument(DesignDocument document, HighlightedDocument? previous)
    {
        Document = document;
        _lines = new HighlightedLine[document.Lines.Count];
        _states = new int[_lines.Length];
        var tokenizer = Tokenizers.For(document.Language);
        if (previous is null || previous.Document.Language != document.Language)
        {
            for (var line = 0; line < _lines.Length; line++)
            {
                Highlight(line, tokenizer, earlier: null);
            }

            return;
        }

        var start = TakeStart(previous);
        var end = CountEnd(previous, start);
        HighlightBetween(start, end, tokenizer, previous);
        TakeEnd(end, tokenizer, previous);
    }

    public DesignDocument Document { get; }

    public IReadOnlyList<HighlightedLine> Lines => _lines;

    /// <summary>The index of the first line that the version before did not have; null when there is none.</summary>
    public int? FirstNew { get; private set; }

    /// <summary>The document with its colours.</summary>
    /// <param name="document">The document.</param>
    /// <param name="previous">The version that is shown now, whose lines are kept where they are equal.</param>
    public static HighlightedDocument Of(DesignDocument document, HighlightedDocument? previous) =>
        Known.TryGetValue(document, out var known)
            ? known
            : Known.GetValue(document, created => new HighlightedDocument(created, previous));

    /// <summary>True for the key of a line whose text the version before did not have. The first version has none.</summary>
    public bool IsNew(object key) => _new.Contains(key);

    private int StateBefore(int line) => line == 0 ? 0 : _states[line - 1];

    private int TakeStart(HighlightedDocument previous)
    {
        var shorter = Math.Min(_lines.Length, previous._lines.Length);
        var line = 0;
        for (; line < shorter && previous._lines[line].Line == Document.Lines[line]; line++)
        {
            Take(line, previous, line);
        }

        return line;
    }

    private int CountEnd(HighlightedDocument previous, int start)
    {
        var shorter = Math.Min(_lines.Length, previous._lines.Length) - start;
        var count = 0;
        while (count < shorter && previous._lines[^(count + 1)].Line == Document.Lines[_lines.Length - count - 1])
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// Between what is the same, lines of the same text are the same line, in the order in which they stand. When as many
    /// lines stand there as before, the others are new text in the place of a line: they keep its key, so that a page
    /// changes a few words and neither takes an element away nor adds one.
    /// </summary>
    private void HighlightBetween(int start, int end, ILineTokenizer tokenizer, HighlightedDocument previous)
    {
        var isReplaced = previous._lines.Length == _lines.Length;
        var earlier = new Dictionary<string, Queue<HighlightedLine>>(StringComparer.Ordinal);
        foreach (var line in previous._lines.AsSpan()[start..^end])
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(earlier, line.Line.Text, out _);
            queue ??= new Queue<HighlightedLine>();
            queue.Enqueue(line);
        }

        var fresh = new List<int>();
        for (var line = start; line < _lines.Length - end; line++)
        {
            var known = earlier.GetValueOrDefault(Document.Lines[line].Text) is { Count: > 0 } queue ? queue.Dequeue() : null;
            Highlight(line, tokenizer, known);
            if (known is null)
            {
                FirstNew ??= line;
                fresh.Add(line);
            }
        }

        var moved = fresh.Count < _lines.Length - start - end ? _lines[start..^end].Select(line => line.Key).ToHashSet(ReferenceEqualityComparer.Instance) : [];
        foreach (var line in fresh)
        {
            if (isReplaced && !moved.Contains(previous._lines[line].Key))
            {
                _lines[line] = _lines[line] with { Key = previous._lines[line].Key };
            }

            _new.Add(_lines[line].Key);
        }
    }

    /// <summary>Takes over the end; a line before it may have opened or closed something that reaches into it.</summary>
    private void TakeEnd(int end, ILineTokenizer tokenizer, HighlightedDocument previous)
    {
        var shift = previous._lines.Length - _lines.Length;
        for (var line = _lines.Length - end; line < _lines.Length; line++)
        {
            if (StateBefore(line) == previous.StateBefore(line + shift))
            {
                Take(line, previous, line + shift);
            }
            else
            {
                Highlight(line, tokenizer, previous._lines[line + shift]);
            }
        }
    }

    private void Take(int line, HighlightedDocument previous, int from) =>
        (_lines[line], _states[line]) = (previous._lines[from], previous._states[from]);

    private void Highlight(int index, ILineTokenizer tokenizer, HighlightedLine? earlier)
    {
        var line = Document.Lines[index];
        var state = StateBefore(index);
        var tokens = tokenizer.Tokenize(line.Text, ref state);
        _states[index] = state;
        _lines[index] = earlier is not null && earlier.Line == line && tokens.SequenceEqual(earlier.Tokens)
            ? earlier
            : new HighlightedLine(line, tokens, earlier?.Key ?? new object());
    }
}
