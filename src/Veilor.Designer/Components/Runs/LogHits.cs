using System.Globalization;

namespace Veilor.Designer.Components.Runs;

/// <summary>
/// The lines of a log that contain what is looked for. What an earlier search found stays until the answer of the one that runs is there.
/// Not safe for use by several threads.
/// </summary>
/// <param name="reading">The log as it is shown.</param>
public sealed class LogHits(LogReading reading)
{
    private readonly List<long> _lines = [];
    private long _searchedTo;
    private int _searches;
    private int _current = -1;

    /// <summary>What is looked for; nothing when empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>True until the lines that were there when the search began are looked at.</summary>
    public bool IsSearching { get; private set; }

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>True when the log has lines that nobody has looked at.</summary>
    public bool IsBehind => Text.Length > 0 && reading.LineCount > _searchedTo;

    /// <summary>How many there are and which is shown, in words; empty while nothing is looked for.</summary>
    public string Words => Text.Length == 0 ? ""
        : IsSearching ? "Searching…"
        : _lines.Count == 0 ? "No hits"
        : _current < 0 ? LogCount.Lines(_lines.Count)
        : string.Create(CultureInfo.InvariantCulture, $"{_current + 1:N0} of {LogCount.Lines(_lines.Count)}");

    /// <summary>Looks for another text, or anew.</summary>
    /// <param name="text">The text; nothing is looked for when it is empty.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when a later search has come first.</returns>
    public Task<bool> SearchAsync(string text, CancellationToken cancellation)
    {
        Text = text;
        IsSearching = text.Length > 0;
        _current = -1;
        _searches++;
        _searchedTo = 0;
        return SearchOnAsync(cancellation);
    }

    /// <summary>Looks at the lines that nobody has looked at yet.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when another search has come first.</returns>
    public async Task<bool> SearchOnAsync(CancellationToken cancellation)
    {
        var (search, first, last) = (_searches, _searchedTo + 1, reading.LineCount);
        var hits = await reading.SearchAsync(Text, first, last, cancellation);
        if (search != _searches || first != _searchedTo + 1)
        {
            return false;
        }

        if (first == 1)
        {
            _lines.Clear();
        }

        _lines.AddRange(hits);
        _searchedTo = last;
        IsSearching = false;
        return true;
    }

    /// <summary>Goes to the hit after the one that is shown, or before it; from either end to the other.</summary>
    /// <param name="direction">1 forward, -1 back.</param>
    /// <returns>The number of its line, from 1.</returns>
    public long Step(int direction)
    {
        _current = _current < 0 && direction < 0 ? _lines.Count - 1 : (_current + direction + _lines.Count) % _lines.Count;
        return _lines[_current];
    }

    /// <summary>Goes to the first hit at or behind a line; to the first of all when there is none behind it.</summary>
    /// <param name="line">The line's number, from 1.</param>
    /// <returns>The number of the hit's line; null without hits.</returns>
    public long? StepFrom(long line)
    {
        if (_lines.Count == 0)
        {
            return null;
        }

        var place = _lines.BinarySearch(line);
        _current = (place < 0 ? ~place : place) % _lines.Count;
        return _lines[_current];
    }
}
