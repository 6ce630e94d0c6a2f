using System.Collections;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Rising line numbers, held as stretches without a gap: of a million lines a filter mostly takes all or few, and either costs next to
/// nothing. Not safe for use by several threads while it grows.
/// </summary>
public sealed class LineRanges : IReadOnlyCollection<long>
{
    private readonly List<(long First, long Before)> _ranges = [];
    private long _last;

    /// <summary>How many lines.</summary>
    public long Count { get; private set; }

    int IReadOnlyCollection<long>.Count => checked((int)Count);

    /// <summary>The line with this index, from 0.</summary>
    public long this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var (first, before) = _ranges[Search(range => range.Before <= index)];
            return first + index - before;
        }
    }

    public void Add(long line) => Add(line, line);

    /// <summary>Adds the lines from <paramref name="first"/> to <paramref name="last"/>, which come after all that are here.</summary>
    public void Add(long first, long last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, _last);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        if (first != _last + 1 || _ranges.Count == 0)
        {
            _ranges.Add((first, Count));
        }

        Count += last - first + 1;
        _last = last;
    }

    public void AddRange(LineRanges later)
    {
        for (var i = 0; i < later._ranges.Count; i++)
        {
            Add(later._ranges[i].First, later.LastOf(i));
        }
    }

    /// <summary>How many lines have a smaller number.</summary>
    public long CountBefore(long line)
    {
        var index = Search(range => range.First < line);
        return index < 0 ? 0 : _ranges[index].Before + Math.Min(line - _ranges[index].First, LastOf(index) - _ranges[index].First + 1);
    }

    public bool Contains(long line)
    {
        var index = Search(range => range.First <= line);
        return index >= 0 && line <= LastOf(index);
    }

    public IEnumerator<long> GetEnumerator()
    {
        for (var i = 0; i < _ranges.Count; i++)
        {
            for (var line = _ranges[i].First; line <= LastOf(i); line++)
            {
                yield return line;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long LastOf(int range) =>
        _ranges[range].First + (range + 1 < _ranges.Count ? _ranges[range + 1].Before : Count) - _ranges[range].Before - 1;

    /// <summary>The index of the last range of which the claim is true; -1 for none. It is true of a beginning of the list only.</summary>
    private int Search(Func<(long First, long Before), bool> isTrue)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isTrue(_ranges[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
