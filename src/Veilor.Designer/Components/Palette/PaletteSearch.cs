using Veilor.Designer.Components.Preview;

namespace Veilor.Designer.Components.Palette;

/// <summary>
/// Finds entries by what a person types of them. Every word must fit: at the start of the title, at the start of a word
/// of it, within it, in the detail, or with its letters in order (<c>pgalloc</c> finds <c>page_alloc.shuffle</c>).
/// </summary>
public static class PaletteSearch
{
    /// <summary>As many as a person reads; more words narrow the rest.</summary>
    public const int MostResults = 40;

    private const int Start = 1000;
    private const int WordStart = 700;
    private const int Within = 450;
    private const int Letters = 250;
    private const int InDetail = 120;
    private const int Recent = 60;

    /// <summary>A word of fewer letters fits nearly everything when only their order counts.</summary>
    private const int FewestLetters = 3;

    /// <summary>The best entries for a text, the best first.</summary>
    /// <param name="entries">What there is.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="recent">The ids of entries that were chosen lately, the last one first.</param>
    public static IReadOnlyList<PaletteMatch> Find(IReadOnlyList<PaletteEntry> entries, string text, IReadOnlyList<string> recent)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? ForNothing(entries, recent)
            : [.. entries
                .Select(entry => Match(entry, words, recent))
                .OfType<PaletteMatch>()
                .OrderByDescending(match => match.Score)
                .ThenBy(match => match.Entry.Kind)
                .ThenBy(match => match.Entry.Title.Length)
                .ThenBy(match => match.Entry.Title, StringComparer.OrdinalIgnoreCase)
                .Take(MostResults)];
    }

    /// <summary>What is offered before anything is typed: what was chosen lately, then problems, commands and sections.</summary>
    private static List<PaletteMatch> ForNothing(IReadOnlyList<PaletteEntry> entries, IReadOnlyList<string> recent)
    {
        var byId = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        return [.. recent.Select(id => byId.GetValueOrDefault(id)).OfType<PaletteEntry>()
            .Concat(entries.Where(entry => entry.Kind is PaletteKind.Problem or PaletteKind.Command or PaletteKind.Section or PaletteKind.Design)
                .OrderBy(entry => entry.Kind == PaletteKind.Problem ? -1 : (int)entry.Kind))
            .DistinctBy(entry => entry.Id, StringComparer.Ordinal)
            .Take(MostResults)
            .Select(entry => new PaletteMatch(entry, 0, []))];
    }

    private static PaletteMatch? Match(PaletteEntry entry, string[] words, IReadOnlyList<string> recent)
    {
        var score = 0;
        var marks = new List<TextSpan>();
        foreach (var word in words)
        {
            var own = ScoreOf(entry, word, marks);
            if (own == 0)
            {
                return null;
            }

            score += own;
        }

        for (var index = 0; index < recent.Count; index++)
        {
            score += string.Equals(recent[index], entry.Id, StringComparison.Ordinal) ? Recent : 0;
        }

        // Of two that start alike the shorter one is meant more often.
        return new PaletteMatch(entry, score - Math.Min(entry.Title.Length, 40), Merge(marks));
    }

    private static int ScoreOf(PaletteEntry entry, string word, List<TextSpan> marks)
    {
        var at = entry.Title.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at == 0)
        {
            marks.Add(new TextSpan(0, word.Length));
            return Start;
        }

        for (var next = at; next > 0; next = entry.Title.IndexOf(word, next + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!char.IsLetterOrDigit(entry.Title[next - 1]))
            {
                marks.Add(new TextSpan(next, word.Length));
                return WordStart;
            }
        }

        if (at > 0)
        {
            marks.Add(new TextSpan(at, word.Length));
            return Within;
        }

        if (entry.Detail.Contains(word, StringComparison.OrdinalIgnoreCase) || entry.Words.Contains(word, StringComparison.OrdinalIgnoreCase))
        {
            return InDetail;
        }

        return word.Length >= FewestLetters ? ScoreLetters(entry.Title, word, marks) : 0;
    }

    /// <summary>The letters in order, the first of them at the start of a word; gaps cost.</summary>
    private static int ScoreLetters(string title, string word, List<TextSpan> marks)
    {
        for (var start = 0; start < title.Length; start++)
        {
            if (start > 0 && char.IsLetterOrDigit(title[start - 1]))
            {
                continue;
            }

            var found = new List<TextSpan>();
            var place = start;
            var gaps = 0;
            foreach (var letter in word)
            {
                var at = title.IndexOf(letter.ToString(), place, StringComparison.OrdinalIgnoreCase);
                if (at < 0 || (found.Count == 0 && at != start))
                {
                    found.Clear();
                    break;
                }

                gaps += at - place;
                found.Add(new TextSpan(at, 1));
                place = at + 1;
            }

            if (found.Count == word.Length && gaps <= 2 * word.Length)
            {
                marks.AddRange(found);
                return Letters - (gaps * 8);
            }
        }

        return 0;
    }

    private static List<TextSpan> Merge(List<TextSpan> marks)
    {
        var merged = new List<TextSpan>();
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            if (merged.Count > 0 && mark.Start <= merged[^1].End)
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, mark.End) - merged[^1].Start);
            }
            else
            {
                merged.Add(mark);
            }
        }

        return merged;
    }
}
