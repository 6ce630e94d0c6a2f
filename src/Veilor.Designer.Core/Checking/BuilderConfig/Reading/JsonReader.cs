using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Reads JSON as Go's decoder does, keeping places, and words errors as it does.</summary>
internal sealed class JsonReader
{
    /// <summary>Go's decoder goes ten times as deep; no config does.</summary>
    private const int MaximumDepth = 1000;

    private readonly string _text;
    private int _depth;
    private int _position;
    private int _line = 1;
    private int _lineStart;

    private JsonReader(string text) => _text = text;

    /// <summary>The first value of the text.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="rest">What stands behind the value, without leading blanks.</param>
    /// <exception cref="ConfigErrorException">The text does not start with a JSON value.</exception>
    public static ConfigValue ReadFirst(string text, out string rest)
    {
        var reader = new JsonReader(text);
        reader.SkipBlanks();
        if (reader._position >= text.Length)
        {
            throw new ConfigErrorException("EOF", reader._line, reader.Column);
        }

        var value = reader.ReadValue("looking for beginning of value");
        reader.SkipBlanks();
        rest = text[reader._position..];
        return value;
    }

    private int Column => _position - _lineStart + 1;

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\n' or '\r')
        {
            if (_text[_position] == '\n')
            {
                _line++;
                _lineStart = _position + 1;
            }

            _position++;
        }
    }

    private char Here()
    {
        SkipBlanks();
        return _position < _text.Length ? _text[_position] : throw new ConfigErrorException("unexpected EOF", _line, Column);
    }

    private ConfigErrorException Invalid(string expectation)
    {
        var rune = Rune.TryGetRuneAt(_text, _position, out var here) ? here : Rune.ReplacementChar;
        var named = rune.Value switch
        {
            '\'' => "'\\''",
            '"' => "'\"'",
            _ => GoText.QuoteRune(rune),
        };
        return new ConfigErrorException($"invalid character {named} {expectation}", _line, Column);
    }

    private ConfigValue ReadValue(string expectation)
    {
        var c = Here();
        var (line, column) = (_line, Column);
        switch (c)
        {
            case '{' or '[' when _depth == MaximumDepth:
                throw new ConfigErrorException("exceeded max depth", line, column);
            case '{':
                _depth++;
                var table = ReadObject();
                _depth--;
                return table;
            case '[':
                _depth++;
                var list = ReadArray();
                _depth--;
                return list;
            case '"':
                return new ConfigScalar(ReadString(), line, column);
            case 't':
                ReadWord("true");
                return new ConfigScalar(true, line, column);
            case 'f':
                ReadWord("false");
                return new ConfigScalar(false, line, column);
            case 'n':
                ReadWord("null");
                return new ConfigScalar(null, line, column);
            default:
                return c == '-' || char.IsAsciiDigit(c) ? ReadNumber(line, column) : throw Invalid(expectation);
        }
    }

    private ConfigTable ReadObject()
    {
        var table = new ConfigTable(_line, Column);
        _position++;
        if (Here() == '}')
        {
            _position++;
            return table;
        }

        while (true)
        {
            if (Here() != '"')
            {
                throw Invalid("looking for beginning of object key string");
            }

            var (line, column) = (_line, Column);
            var name = ReadString();
            if (Here() != ':')
            {
                throw Invalid("after object key");
            }

            _position++;
            table.Append(new ConfigEntry(name, ReadValue("looking for beginning of value"), line, column));
            var c = Here();
            if (c is not (',' or '}'))
            {
                throw Invalid("after object key:value pair");
            }

            _position++;
            if (c == '}')
            {
                return table;
            }
        }
    }

    private ConfigList ReadArray()
    {
        var list = new ConfigList(isTableArray: false, _line, Column);
        _position++;
        if (Here() == ']')
        {
            _position++;
            return list;
        }

        while (true)
        {
            list.Items.Add(ReadValue("looking for beginning of value"));
            var c = Here();
            if (c is not (',' or ']'))
            {
                throw Invalid("after array element");
            }

            _position++;
            if (c == ']')
            {
                return list;
            }
        }
    }

    private void ReadWord(string word)
    {
        for (var i = 0; i < word.Length; i++, _position++)
        {
            if (_position >= _text.Length)
            {
                throw new ConfigErrorException("unexpected EOF", _line, Column);
            }

            if (_text[_position] != word[i])
            {
                throw Invalid($"in literal {word} (expecting '{word[i]}')");
            }
        }
    }

    private ConfigScalar ReadNumber(int line, int column)
    {
        var start = _position;
        if (_text[_position] == '-')
        {
            _position++;
            ExpectDigit("in numeric literal");
        }

        if (_text[_position] == '0')
        {
            _position++;
        }
        else
        {
            SkipDigits();
        }

        if (_position < _text.Length && _text[_position] == '.')
        {
            _position++;
            ExpectDigit("after decimal point in numeric literal");
            SkipDigits();
        }

        if (_position < _text.Length && _text[_position] is 'e' or 'E')
        {
            _position++;
            if (_position < _text.Length && _text[_position] is '+' or '-')
            {
                _position++;
            }

            ExpectDigit("in exponent of numeric literal");
            SkipDigits();
        }

        var raw = _text[start.._position];
        object value = long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (object)whole
            : double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new ConfigScalar(value, line, column, raw);
    }

    private void ExpectDigit(string place)
    {
        if (_position >= _text.Length)
        {
            throw new ConfigErrorException("unexpected EOF", _line, Column);
        }

        if (!char.IsAsciiDigit(_text[_position]))
        {
            throw Invalid(place);
        }
    }

    private void SkipDigits()
    {
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
        {
            _position++;
        }
    }

    private string ReadString()
    {
        var text = new StringBuilder();
        _position++;
        while (true)
        {
            if (_position >= _text.Length)
            {
                throw new ConfigErrorException("unexpected EOF", _line, Column);
            }

            var c = _text[_position];
            switch (c)
            {
                case '"':
                    _position++;
                    return text.ToString();
                case '\\':
                    _position++;
                    ReadEscape(text);
                    break;
                case < ' ':
                    throw Invalid("in string literal");
                default:
                    text.Append(c);
                    _position++;
                    break;
            }
        }
    }

    private void ReadEscape(StringBuilder text)
    {
        if (_position >= _text.Length)
        {
            throw new ConfigErrorException("unexpected EOF", _line, Column);
        }

        var c = _text[_position];
        var plain = "\"\\/bfnrt".IndexOf(c, StringComparison.Ordinal);
        if (plain >= 0)
        {
            text.Append("\"\\/\b\f\n\r\t"[plain]);
            _position++;
            return;
        }

        if (c != 'u')
        {
            throw Invalid("in string escape code");
        }

        _position++;
        var start = _position;
        for (; _position < start + 4; _position++)
        {
            if (_position >= _text.Length)
            {
                throw new ConfigErrorException("unexpected EOF", _line, Column);
            }

            if (!char.IsAsciiHexDigit(_text[_position]))
            {
                throw Invalid("in \\u hexadecimal character escape");
            }
        }

        text.Append((char)ushort.Parse(_text.AsSpan(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }
}
