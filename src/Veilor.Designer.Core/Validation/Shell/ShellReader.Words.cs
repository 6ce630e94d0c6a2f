namespace Veilor.Designer.Core.Validation.Shell;

internal sealed partial class ShellReader
{
    private const string Meta = " \t\n;&|<>()";

    /// <summary>Longer signs first.</summary>
    private static readonly string[] Signs = ["<<<", "<<-", "&>>", "<<", "<&", "<>", ">>", ">&", ">|", "&>", "<", ">"];

    /// <summary>Here documents whose text begins behind the next line end.</summary>
    private readonly Queue<(string Delimiter, bool IsIndented)> _documents = [];

    private bool Is(char sign) => _at < text.Length && text[_at] == sign;

    private bool Is(string sign) => string.CompareOrdinal(text, _at, sign, 0, sign.Length) == 0;

    /// <summary>Blanks, joined lines and a comment.</summary>
    private void Blanks()
    {
        Step();
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t')
            {
                _at++;
            }
            else if (Is("\\\n"))
            {
                _at += 2;
            }
            else if (text[_at] == '#')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Blanks and line ends, with the here documents that wait for them.</summary>
    private void Newlines()
    {
        for (Blanks(); Is('\n'); Blanks())
        {
            _at++;
            while (_documents.TryDequeue(out var document))
            {
                Document(document.Delimiter, document.IsIndented);
            }
        }
    }

    private void Document(string delimiter, bool isIndented)
    {
        while (_at < text.Length)
        {
            var end = text.IndexOf('\n', _at);
            var line = text.AsSpan(_at, (end < 0 ? text.Length : end) - _at);
            _at = end < 0 ? text.Length : end + 1;
            if ((isIndented ? line.TrimStart('\t') : line).SequenceEqual(delimiter))
            {
                return;
            }
        }
    }

    /// <summary>What stands here up to the next blank or sign; quotes stay, so that a quoted word is no word of the grammar.</summary>
    private string Peek()
    {
        Blanks();
        var end = _at;
        while (end < text.Length && !Meta.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        return text[_at..end];
    }

    private void Skip(int length) => _at += length;

    /// <summary>Reads one redirection, and adds its words; false when none is here.</summary>
    private bool Redirection(List<string> words)
    {
        Blanks();
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        if (_at == start && Is('{') && text.IndexOf('}', _at) is > 0 and var end && end + 1 < text.Length && text[end + 1] is '<' or '>'
            && text.AsSpan(start + 1, end - start - 1).IndexOfAny(" \t\n'\"$") < 0)
        {
            _at = end + 1;
        }

        var sign = Array.Find(Signs, Is);
        if (sign is null || (sign is "&>" or "&>>" && _at > start) || (sign is "<" or ">" && _at + 1 < text.Length && text[_at + 1] == '('))
        {
            _at = start;
            return false;
        }

        _at += sign.Length;
        words.Add(text[start.._at]);
        Blanks();
        var target = _at;
        if (!TryWord())
        {
            throw Fault($"has nothing behind '{sign}'.");
        }

        words.Add(ContainerfileWords.Unquoted(text[target.._at]));
        if (sign is "<<" or "<<-")
        {
            _documents.Enqueue((words[^1], sign is "<<-"));
        }

        return true;
    }

    private void Word()
    {
        Blanks();
        if (!TryWord())
        {
            throw _at < text.Length ? Unexpected() : Fault("ends where a word is expected.");
        }
    }

    /// <summary>Reads a word; false when none is here.</summary>
    private bool TryWord()
    {
        Blanks();
        var start = _at;
        while (_at < text.Length)
        {
            Step();
            switch (text[_at])
            {
                case '(' when _at > start && text[_at - 1] == '=':
                    Values();
                    break;
                case '(' when _at > start && text[_at - 1] is '@' or '?' or '*' or '+' or '!':
                    _at++;
                    Pattern();
                    break;
                case '<' or '>' when _at + 1 < text.Length && text[_at + 1] == '(':
                    _at++;
                    Substitution();
                    break;
                case var sign when Meta.Contains(sign, StringComparison.Ordinal):
                    return _at > start;
                default:
                    Piece(isQuoted: false);
                    break;
            }
        }

        return _at > start;
    }

    /// <summary>One character with what it opens.</summary>
    private void Piece(bool isQuoted)
    {
        switch (text[_at])
        {
            case '\\':
                _at = Math.Min(_at + 2, text.Length);
                break;
            case '\'' when !isQuoted:
                Until('\'', isEscaped: false, "a single quote");
                break;
            case '"':
                Double();
                break;
            case '`':
                Backticks();
                break;
            case '$' when _at + 1 < text.Length:
                Dollar(isQuoted);
                break;
            default:
                _at++;
                break;
        }
    }

    private void Dollar(bool isQuoted)
    {
        _at++;
        switch (text[_at])
        {
            case '(':
                if (!(Is("((") && Arithmetic()))
                {
                    Substitution();
                }

                break;
            case '{':
                Parameter(isQuoted);
                break;
            case '\'' when !isQuoted:
                Until('\'', isEscaped: true, "a single quote");
                break;
            case '"' when !isQuoted:
                Double();
                break;
            case '$' or '#' or '?' or '!':
                _at++;
                break;
            default:
                break;
        }
    }

    private void Until(char closer, bool isEscaped, string what)
    {
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == closer)
            {
                _at++;
                return;
            }

            if (isEscaped && text[_at] == '\\')
            {
                _at++;
            }
        }

        throw Fault($"has {what} without its end.");
    }

    private void Double()
    {
        Enter();
        _at++;
        while (!Is('"'))
        {
            Need("a double quote");
            Piece(isQuoted: true);
        }

        _at++;
        _depth--;
    }

    /// <summary>bash reads what backticks hold when it runs them, so a fault in it is not told here.</summary>
    private void Backticks()
    {
        var start = _at + 1;
        Until('`', isEscaped: true, "a backtick");
        Enter();
        if (ShellScript.Read(ContainerfileWords.Unquoted(text[start..(_at - 1)].Replace("\\`", "`", StringComparison.Ordinal))) is { Commands: { } commands })
        {
            _commands.AddRange(commands);
        }

        _depth--;
    }

    private void Substitution()
    {
        _at++;
        Sequence(isNeeded: false, "(");
        Close(")", "(");
    }

    /// <summary>Reads <c>${…}</c>. Inside double quotes a single quote is a character, but in patterns.</summary>
    private void Parameter(bool isQuoted)
    {
        Enter();
        _at++;
        var end = _at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '!' or '@' or '*'))
        {
            end++;
        }

        var isWord = isQuoted && !(end < text.Length && text[end] is '#' or '%' or '/' or '^' or ',');
        while (!Is('}'))
        {
            Need("a '${'");
            Piece(isWord);
        }

        _at++;
        _depth--;
    }

    /// <summary>Reads <c>((…))</c>; false, with nothing read, when its parentheses do not close together.</summary>
    private bool Arithmetic()
    {
        Enter();
        var start = _at;
        var count = _commands.Count;
        var open = 0;
        for (_at += 2; _at < text.Length;)
        {
            if (Is('('))
            {
                open++;
                _at++;
            }
            else if (Is("))") && open == 0)
            {
                _at += 2;
                _depth--;
                return true;
            }
            else if (Is(')'))
            {
                if (--open < 0)
                {
                    break;
                }

                _at++;
            }
            else
            {
                Step();
                Piece(isQuoted: false);
            }
        }

        _at = start;
        _commands.RemoveRange(count, _commands.Count - count);
        _depth--;
        return false;
    }

    /// <summary>Reads the values of an array.</summary>
    private void Values()
    {
        _at++;
        for (Newlines(); !Is(')'); Newlines())
        {
            Need("a '=('");
            if (!TryWord())
            {
                throw Unexpected();
            }
        }

        _at++;
    }

    /// <summary>Reads an extended pattern to its end.</summary>
    private void Pattern()
    {
        Enter();
        while (!Is(')'))
        {
            Need("a pattern");
            if (Is('('))
            {
                _at++;
                Pattern();
            }
            else
            {
                Piece(isQuoted: false);
            }
        }

        _at++;
        _depth--;
    }

    private void Need(string what)
    {
        Step();
        if (_at >= text.Length)
        {
            throw Fault($"has {what} without its end.");
        }
    }

    /// <summary>Gives up on a text that makes the reader go back too often.</summary>
    private void Step()
    {
        if (++_steps > (50 * text.Length) + 1000)
        {
            throw Fault("");
        }
    }
}
