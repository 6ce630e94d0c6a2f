namespace Veilor.Designer.Core.Highlighting;

/// <summary>
/// Collects the tokens of a line from left to right. It closes gaps and joins neighbours of one kind, so that the
/// tokens always cover the line exactly.
/// </summary>
internal ref struct LineTokens(string line)
{
    private List<Token>? _tokens;

    private int _start;

    private int _end;

    private TokenKind _kind;

    public readonly string Line { get; } = line;

    /// <summary>The index up to which the line is covered.</summary>
    public readonly int Position => _end;

    public readonly bool IsAtEnd => _end >= Line.Length;

    /// <summary>The character at the position, or at an offset from it; NUL beyond the end.</summary>
    public readonly char Peek(int offset = 0) => _end + offset < Line.Length ? Line[_end + offset] : '\0';

    public readonly ReadOnlySpan<char> Rest => Line.AsSpan(_end);

    /// <summary>Covers the line up to an index with one kind.</summary>
    public void AddTo(int end, TokenKind kind)
    {
        end = Math.Min(end, Line.Length);
        if (end <= _end)
        {
            return;
        }

        if (kind != _kind)
        {
            Flush();
            _kind = kind;
        }

        _end = end;
    }

    public void Add(int length, TokenKind kind) => AddTo(_end + length, kind);

    public void AddRest(TokenKind kind) => AddTo(Line.Length, kind);

    /// <summary>Covers blanks as text.</summary>
    public void AddBlanks()
    {
        var end = _end;
        while (end < Line.Length && Line[end] is ' ' or '\t')
        {
            end++;
        }

        AddTo(end, TokenKind.Text);
    }

    /// <summary>Covers a string in quotes, to its end or the line's.</summary>
    /// <param name="hasEscapes">Whether a backslash protects the next character.</param>
    /// <param name="quoteLength">Number of quotes that open; 0 when the string was opened on an earlier line.</param>
    /// <param name="closing">What ends it.</param>
    /// <returns>True when the string ended.</returns>
    public bool AddString(bool hasEscapes, int quoteLength, string closing)
    {
        var index = _end + quoteLength;
        while (index < Line.Length)
        {
            if (hasEscapes && Line[index] == '\\')
            {
                index += 2;
            }
            else if (string.CompareOrdinal(Line, index, closing, 0, closing.Length) == 0)
            {
                AddTo(index + closing.Length, TokenKind.String);
                return true;
            }
            else
            {
                index++;
            }
        }

        AddRest(TokenKind.String);
        return false;
    }

    /// <summary>Covers the rest as text and gives the tokens.</summary>
    public IReadOnlyList<Token> Finish()
    {
        AddRest(TokenKind.Text);
        if (_end == _start)
        {
            return (IReadOnlyList<Token>?)_tokens ?? [];
        }

        if (_tokens is null)
        {
            return [new Token(_start, _end - _start, _kind)];
        }

        Flush();
        return _tokens;
    }

    private void Flush()
    {
        if (_end > _start)
        {
            (_tokens ??= new List<Token>(8)).Add(new Token(_start, _end - _start, _kind));
            _start = _end;
        }
    }
}
