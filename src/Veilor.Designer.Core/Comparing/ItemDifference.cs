namespace Veilor.Designer.Core.Comparing;

/// <summary>How a list of keys became another: what left it, what came, and what stands elsewhere.</summary>
/// <param name="Removed">Positions in the first list.</param>
/// <param name="Added">Positions in the second list.</param>
/// <param name="Kept">Positions of the same item in both lists, in the order of the second.</param>
/// <param name="Moved">Positions in the second list: the fewest items whose move explains the new order.</param>
public sealed record ItemDifference(
    IReadOnlyList<int> Removed,
    IReadOnlyList<int> Added,
    IReadOnlyList<(int Before, int After)> Kept,
    IReadOnlyList<int> Moved)
{
    /// <summary>Compares two lists of keys. A key that stands several times counts each time.</summary>
    public static ItemDifference Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < before.Count; i++)
        {
            if (!places.TryGetValue(before[i], out var queue))
            {
                places.Add(before[i], queue = new Queue<int>());
            }

            queue.Enqueue(i);
        }

        var kept = new List<(int Before, int After)>();
        var added = new List<int>();
        for (var i = 0; i < after.Count; i++)
        {
            if (places.TryGetValue(after[i], out var queue) && queue.TryDequeue(out var from))
            {
                kept.Add((from, i));
            }
            else
            {
                added.Add(i);
            }
        }

        return new ItemDifference([.. places.Values.SelectMany(queue => queue).Order()], added, kept, MovedIn(kept));
    }

    /// <summary>The kept items outside a longest run that is still in order (patience sorting).</summary>
    private static List<int> MovedIn(List<(int Before, int After)> kept)
    {
        var ends = new List<int>();
        var previous = new int[kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            var at = ends.BinarySearch(i, Comparer<int>.Create((left, right) => kept[left].Before.CompareTo(kept[right].Before)));
            at = at < 0 ? ~at : at;
            previous[i] = at > 0 ? ends[at - 1] : -1;
            if (at == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[at] = i;
            }
        }

        var steady = new HashSet<int>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i])
        {
            steady.Add(i);
        }

        return [.. Enumerable.Range(0, kept.Count).Where(i => !steady.Contains(i)).Select(i => kept[i].After)];
    }
}
