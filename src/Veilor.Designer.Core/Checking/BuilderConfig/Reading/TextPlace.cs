using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>
/// Finds the lines of a text that a config carries in the config itself. Only a text in three quotes has its lines there as they
/// are; of any other text, and of a line with escapes in it, the key is the place.
/// </summary>
internal sealed class TextPlace
{
    private readonly ConfigEntry _entry;
    private readonly IReadOnlyList<string> _text;
    private readonly string[] _file;
    private readonly int _first;
    private readonly int _indent;

    public TextPlace(string file, ConfigEntry entry, string text)
    {
        _entry = entry;
        _text = PythonText.SplitLines(text);
        _file = file.Split('\n');
        var (line, column) = (entry.Value.Line, entry.Value.Column);
        var opening = line <= _file.Length && column <= _file[line - 1].Length ? _file[line - 1][(column - 1)..] : string.Empty;
        if (!opening.StartsWith("\"\"\"", StringComparison.Ordinal) && !opening.StartsWith("'''", StringComparison.Ordinal))
        {
            return;
        }

        var isOnNext = opening.AsSpan(3).Trim('\r').IsEmpty;
        (_first, _indent) = isOnNext ? (line + 1, 0) : (line, column + 2);
    }

    /// <summary>The line and column in the config.</summary>
    /// <param name="line">The line of the text, from 1; anything else means no line.</param>
    /// <param name="column">The column within it, from 1.</param>
    public (int Line, int Column) Of(int line, int column = 1)
    {
        var at = _first + line - 1;
        var indent = line == 1 ? _indent : 0;
        return _first > 0 && line >= 1 && line <= _text.Count && at <= _file.Length && indent <= _file[at - 1].Length
            && _file[at - 1].AsSpan(indent).StartsWith(_text[line - 1].AsSpan().TrimEnd("\r\n"), StringComparison.Ordinal)
            ? (at, indent + column)
            : (_entry.Line, _entry.Column);
    }
}
