using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Reads the four kinds of TOML string.</summary>
internal sealed class TomlStrings
{
    private readonly TomlCursor _cursor;
    private readonly bool _allow11;

    public TomlStrings(TomlCursor cursor, bool allow11)
    {
        _cursor = cursor;
        _allow11 = allow11;
    }

    /// <summary>The line on which the last string ended; errors about its value name that one.</summary>
    public int LastLine { get; private set; } = 1;

    /// <summary>A quoted part of a key; it may not span lines.</summary>
    public string ReadKey() => _cursor.Next() == '"' ? ReadBasic() : ReadLiteral();

    public string ReadValue()
    {
        if (_cursor.StartsWith("\"\"\""))
        {
            return ReadLong('"');
        }

        if (_cursor.StartsWith("'''"))
        {
            return ReadLong('\'');
        }

        return ReadKey();
    }

    private string ReadBasic()
    {
        var text = new StringBuilder();
        while (true)
        {
            RefuseEnd("unexpected EOF; expected '\"'");
            switch (_cursor.Peek())
            {
                case '\n' or '\r':
                    throw NewlineError();
                case '"':
                    LastLine = _cursor.Line;
                    _cursor.Next();
                    return text.ToString();
                case '\\':
                    ReadEscape(text);
                    break;
                default:
                    text.Append(_cursor.Next());
                    break;
            }
        }
    }

    private string ReadLiteral()
    {
        var start = _cursor.Position;
        while (true)
        {
            RefuseEnd("unexpected EOF; expected \"'\"");
            switch (_cursor.Peek())
            {
                case '\n' or '\r':
                    throw NewlineError();
                case '\'':
                    LastLine = _cursor.Line;
                    var text = _cursor.Slice(start);
                    _cursor.Next();
                    return text;
                default:
                    _cursor.Next();
                    break;
            }
        }
    }

    private string ReadLong(char quote)
    {
        _cursor.Skip(3);
        if (_cursor.Peek() == '\r')
        {
            _cursor.Next();
        }

        if (_cursor.Peek() == '\n')
        {
            _cursor.Next();
        }

        var text = new StringBuilder();
        while (true)
        {
            RefuseEnd(quote == '"' ? "unexpected EOF; expected '\"\"\"'" : "unexpected EOF; expected \"'''\"");
            var c = _cursor.Peek();
            if (c == quote)
            {
                var count = 0;
                while (_cursor.PeekAt(count) == quote)
                {
                    count++;
                }

                if (count > 5)
                {
                    throw _cursor.Error(quote == '"' ? "unexpected '\"\"\"\"\"\"'" : "unexpected \"''''''\"");
                }

                text.Append(quote, count < 3 ? count : count - 3);
                LastLine = _cursor.Line;
                _cursor.Skip(count);
                if (count >= 3)
                {
                    return text.ToString();
                }
            }
            else if (c == '\\' && quote == '"')
            {
                if (!SkipLineFold())
                {
                    ReadEscape(text);
                }
            }
            else
            {
                text.Append(_cursor.Next());
            }
        }
    }

    /// <summary>A backslash with nothing but blanks up to the end of its line takes the line break away.</summary>
    private bool SkipLineFold()
    {
        var offset = 1;
        while (_cursor.PeekAt(offset) is ' ' or '\t')
        {
            offset++;
        }

        if (_cursor.PeekAt(offset) is not ('\n' or '\r'))
        {
            return false;
        }

        _cursor.Next();
        while (!_cursor.AtEnd && _cursor.Peek() is ' ' or '\t' or '\n' or '\r')
        {
            _cursor.Next();
        }

        return true;
    }

    private void ReadEscape(StringBuilder text)
    {
        _cursor.Next();
        var c = _cursor.Peek();
        switch (c)
        {
            case 'b':
                Append('\b');
                break;
            case 't':
                Append('\t');
                break;
            case 'n':
                Append('\n');
                break;
            case 'f':
                Append('\f');
                break;
            case 'r':
                Append('\r');
                break;
            case 'e' when _allow11:
                Append('\u001b');
                break;
            case '"' or '\\':
                Append(c);
                break;
            case 'x' when _allow11:
                AppendCode(text, 2, "two");
                break;
            case 'u':
                AppendCode(text, 4, "four");
                break;
            case 'U':
                AppendCode(text, 8, "eight");
                break;
            case ' ' or '\t':
                throw _cursor.Error($"invalid escape: '\\{c}'");
            default:
                throw _cursor.Error($"invalid escape in string '\\{_cursor.RuneHere()}'");
        }

        void Append(char decoded)
        {
            text.Append(decoded);
            _cursor.Next();
        }
    }

    private void AppendCode(StringBuilder text, int digits, string inWords)
    {
        var letter = _cursor.Next();
        var start = _cursor.Position;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(_cursor.Peek()))
            {
                throw _cursor.Error($"expected {inWords} hexadecimal digits after '\\{letter}', but got {GoText.Quote(_cursor.Slice(start - 2))} instead");
            }

            _cursor.Next();
        }

        var code = _cursor.Slice(start);
        var value = uint.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (!Rune.IsValid(value))
        {
            throw _cursor.Error($"Escaped character '\\u{code}' is not valid UTF-8.");
        }

        text.Append(new Rune(value).ToString());
    }

    /// <summary>The parser looks one line back, which is right after a line feed and one too far before it.</summary>
    private ConfigErrorException NewlineError() =>
        _cursor.Error("strings cannot contain newlines", _cursor.Peek() == '\r' ? _cursor.Line - 1 : _cursor.Line, _cursor.Column);

    private void RefuseEnd(string message)
    {
        if (_cursor.AtEnd)
        {
            throw _cursor.Unexpected(message);
        }
    }
}
