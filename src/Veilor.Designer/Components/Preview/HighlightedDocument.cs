using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// A document with its colours. A line that was in the version before keeps its object, so that a view renders only
/// what is new. All tabs share one result a document.
/// </summary>
public sealed class HighlightedDocument
{
    private static readonly ConditionalWeakTable<DesignDocument, HighlightedDocument> Known = [];

    private readonly Dictionary<(string Text, int Occurrence), HighlightedLine> _byText = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<object> _keys = new(ReferenceEqualityComparer.Instance);

    private HighlightedDocument(DesignDocument document, HighlightedDocument? previous)
    {
        Document = document;
        var tokenizer = Tokenizers.For(document.Language);
        var state = 0;
        var lines = new HighlightedLine[document.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Highlight(document.Lines[i], tokenizer, ref state, previous);
            if (FirstNew is null && previous?.Has(lines[i].Key) is false)
            {
                FirstNew = i;
            }
        }

        Lines = lines;
    }

    public DesignDocument Document { get; }

    public IReadOnlyList<HighlightedLine> Lines { get; }

    /// <summary>The index of the first line that the version before did not have; null when there is none.</summary>
    public int? FirstNew { get; }

    /// <summary>The document with its colours.</summary>
    /// <param name="document">The document.</param>
    /// <param name="previous">The version that is shown now, whose lines are kept where they are equal.</param>
    public static HighlightedDocument Of(DesignDocument document, HighlightedDocument? previous) =>
        Known.TryGetValue(document, out var known)
            ? known
            : Known.GetValue(document, created => new HighlightedDocument(created, previous));

    /// <summary>True when the line with this key is in the document.</summary>
    public bool Has(object key) => _keys.Contains(key);

    private HighlightedLine Highlight(DocumentLine line, ILineTokenizer tokenizer, ref int state, HighlightedDocument? previous)
    {
        var occurrence = CollectionsMarshal.GetValueRefOrAddDefault(_counts, line.Text, out _)++;
        var tokens = tokenizer.Tokenize(line.Text, ref state);
        HighlightedLine? earlier = null;
        previous?._byText.TryGetValue((line.Text, occurrence), out earlier);
        var highlighted = earlier is not null && earlier.Line == line && tokens.SequenceEqual(earlier.Tokens)
            ? earlier
            : new HighlightedLine(line, tokens, earlier?.Key ?? new object());
        _byText.Add((line.Text, occurrence), highlighted);
        _keys.Add(highlighted.Key);
        return highlighted;
    }
}
