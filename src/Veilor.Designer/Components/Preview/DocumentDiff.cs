using System.Runtime.CompilerServices;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// The difference of two versions of a file, line by line. What both begin and end with is found by comparing lines;
/// only the rest is searched, so an edit of a long file costs little.
/// </summary>
public sealed class DocumentDiff
{
    /// <summary>Lines of which less than this is alike are two lines rather than one that changed.</summary>
    private const double Alike = 0.4;

    private static readonly ConditionalWeakTable<DesignDocument, DocumentDiff> Latest = [];
    private static readonly LineChunker Lines = new();
    private static readonly WordChunker Words = new();

    private DocumentDiff(DesignDocument? before, DesignDocument? after)
    {
        Before = before;
        After = after;
        Rows = ReferenceEquals(before, after) ? [] : Compare(TextOf(before), TextOf(after));
        Added = Rows.Count(row => row.Kind == DiffRowKind.Added);
        Removed = Rows.Count(row => row.Kind == DiffRowKind.Removed);
    }

    /// <summary>The other side; null when it does not have the file.</summary>
    public DesignDocument? Before { get; }

    /// <summary>This side; null when it does not have the file.</summary>
    public DesignDocument? After { get; }

    /// <summary>Every line of this side in order, with the removed ones where they stood.</summary>
    public IReadOnlyList<DiffRow> Rows { get; }

    public int Added { get; }

    public int Removed { get; }

    public bool HasChanges => Added + Removed > 0;

    /// <summary>The difference; at least one side has the file. The same two versions give the same result.</summary>
    public static DocumentDiff Of(DesignDocument? before, DesignDocument? after)
    {
        var key = after ?? before ?? throw new ArgumentNullException(nameof(after), "One side must have the file.");
        lock (Latest)
        {
            if (Latest.TryGetValue(key, out var known) && ReferenceEquals(known.Before, before) && ReferenceEquals(known.After, after))
            {
                return known;
            }

            var made = new DocumentDiff(before, after);
            Latest.AddOrUpdate(key, made);
            return made;
        }
    }

    private static string[] TextOf(DesignDocument? document) => document is null ? [] : [.. document.Lines.Select(line => line.Text)];

    private static List<DiffRow> Compare(string[] before, string[] after)
    {
        var start = before.AsSpan().CommonPrefixLength(after, StringComparer.Ordinal);
        var shorter = Math.Min(before.Length, after.Length) - start;
        var end = 0;
        while (end < shorter && string.Equals(before[^(end + 1)], after[^(end + 1)], StringComparison.Ordinal))
        {
            end++;
        }

        var rows = new List<DiffRow>(after.Length + before.Length - start - end);
        Same(rows, 0, start);
        var (old, current) = (before[start..^end], after[start..^end]);
        var at = 0;
        foreach (var block in BlocksOf(old, current))
        {
            Same(rows, start + at, start + block.InsertStartB);
            AddBlock(rows, before, after, start + block.DeleteStartA, block.DeleteCountA, start + block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Same(rows, start + at, after.Length);
        return rows;
    }

    private static IEnumerable<DiffBlock> BlocksOf(string[] before, string[] after)
    {
        if (before.Length == 0 && after.Length == 0)
        {
            return [];
        }

        return before.Length == 0 || after.Length == 0
            ? [new DiffBlock(0, before.Length, 0, after.Length)]
            : Differ.Instance.CreateDiffs(Join(before), Join(after), ignoreWhiteSpace: false, ignoreCase: false, Lines).DiffBlocks;
    }

    /// <summary>The lines as one text. Each gets a first character, because DiffPlex takes an empty text for one without lines.</summary>
    private static string Join(string[] lines) => string.Join('\n', lines.Select(line => "|" + line));

    private static void Same(List<DiffRow> rows, int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            rows.Add(new DiffRow(DiffRowKind.Same, line));
        }
    }

    private static void AddBlock(List<DiffRow> rows, string[] before, string[] after, int old, int oldCount, int current, int currentCount)
    {
        var paired = oldCount == currentCount
            ? Enumerable.Range(0, oldCount).Select(index => EmphasisOf(before[old + index], after[current + index])).ToList()
            : [];
        for (var index = 0; index < oldCount; index++)
        {
            rows.Add(new DiffRow(DiffRowKind.Removed, old + index, paired.Count == 0 ? [] : paired[index].Before));
        }

        for (var index = 0; index < currentCount; index++)
        {
            rows.Add(new DiffRow(DiffRowKind.Added, current + index, paired.Count == 0 ? [] : paired[index].After));
        }
    }

    /// <summary>What differs inside of a line, in words; nothing for two lines that have little in common.</summary>
    private static (EquatableArray<TextSpan> Before, EquatableArray<TextSpan> After) EmphasisOf(string before, string after)
    {
        var words = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var old = words.DiffBlocks.Select(block => SpanOf(words.PiecesOld, block.DeleteStartA, block.DeleteCountA)).Where(span => span.Length > 0).ToEquatableArray();
        var current = words.DiffBlocks.Select(block => SpanOf(words.PiecesNew, block.InsertStartB, block.InsertCountB)).Where(span => span.Length > 0).ToEquatableArray();
        var alike = before.Length - old.Sum(span => span.Length);
        return alike < Alike * Math.Max(before.Length, after.Length) ? ([], []) : (old, current);
    }

    private static TextSpan SpanOf(IReadOnlyList<string> pieces, int from, int count) =>
        new(pieces.Take(from).Sum(piece => piece.Length), pieces.Skip(from).Take(count).Sum(piece => piece.Length));
}
