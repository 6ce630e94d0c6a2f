using System.Text;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>
/// A place in a TOML text. It refuses characters that TOML forbids anywhere, and words errors as the builders'
/// parser does: with the line, and with the last key it had read.
/// </summary>
internal sealed class TomlCursor
{
    private readonly string _text;

    public TomlCursor(string text) => _text = text;

    /// <summary>What the parser calls the last key; kept up to date by the reader.</summary>
    public string LastKey { get; set; } = string.Empty;

    public int Position { get; private set; }

    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    public bool AtEnd => Position >= _text.Length;

    /// <summary>The next character, or NUL at the end (a NUL in the text itself is refused).</summary>
    public char Peek()
    {
        if (AtEnd)
        {
            return '\0';
        }

        var c = _text[Position];
        var lonelyReturn = c == '\r' && (Position + 1 >= _text.Length || _text[Position + 1] != '\n');
        if (lonelyReturn || (c < ' ' && c is not ('\t' or '\n' or '\r')) || c == '\x7f')
        {
            throw Error($"TOML files cannot contain control characters: '0x{(int)c:x2}'");
        }

        return c;
    }

    public char PeekAt(int offset) => Position + offset < _text.Length ? _text[Position + offset] : '\0';

    public bool StartsWith(string text) => string.CompareOrdinal(_text, Position, text, 0, text.Length) == 0;

    public char Next()
    {
        var c = Peek();
        if (AtEnd)
        {
            return c;
        }

        Position++;
        if (c == '\n')
        {
            Line++;
            Column = 1;
        }
        else
        {
            Column++;
        }

        return c;
    }

    public void Skip(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Next();
        }
    }

    public void SkipBlanks()
    {
        while (Peek() is ' ' or '\t')
        {
            Next();
        }
    }

    /// <summary>Reads a comment up to the end of its line.</summary>
    public void SkipComment()
    {
        while (!AtEnd && Peek() is not ('\n' or '\r'))
        {
            Next();
        }
    }

    /// <summary>Skips blanks, line ends and comments.</summary>
    public void SkipLines()
    {
        while (!AtEnd)
        {
            switch (Peek())
            {
                case ' ' or '\t' or '\n' or '\r':
                    Next();
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    public string Slice(int start) => _text[start..Position];

    /// <summary>The character here; NUL at the end.</summary>
    public Rune RuneHere() => AtEnd ? default : Rune.TryGetRuneAt(_text, Position, out var rune) ? rune : Rune.ReplacementChar;

    /// <summary>An error at this place.</summary>
    public ConfigErrorException Error(string message) => Error(message, Line, Column);

    public ConfigErrorException Error(string message, int line, int column) => new(
        LastKey.Length == 0 ? $"toml: line {line}: {message}" : $"toml: line {line} (last key {GoText.Quote(LastKey)}): {message}",
        line,
        column);

    /// <summary>
    /// An error about the character here. Having read a line feed the parser counts one line more; at the end of
    /// a file that ends in one, one less.
    /// </summary>
    public ConfigErrorException Unexpected(string format)
    {
        if (AtEnd)
        {
            var line = Position > 0 && _text[Position - 1] == '\n' ? Line - 1 : Line;
            return Error(format.Replace("{0}", "'\\x00'", StringComparison.Ordinal), line, Column);
        }

        var rune = RuneHere();
        var named = Error(format.Replace("{0}", GoText.QuoteRune(rune), StringComparison.Ordinal), rune.Value == '\n' ? Line + 1 : Line, Column);
        return new ConfigErrorException(named.Message, Line, Column);
    }
}
