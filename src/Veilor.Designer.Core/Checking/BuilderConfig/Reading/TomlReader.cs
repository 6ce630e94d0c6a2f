namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>
/// Reads TOML as the builders' parser (BurntSushi/toml) does: the same texts are refused, with the same words
/// where that is practical, and every key keeps its place. Only one text is read; a reader is used once.
/// </summary>
internal sealed class TomlReader
{
    private readonly TomlCursor _cursor;
    private readonly TomlTables _tables;
    private readonly TomlStrings _strings;
    private readonly TomlNumbers _numbers;
    private readonly bool _allow11;
    private int _depth;

    private TomlReader(string text, bool allow11)
    {
        _cursor = new TomlCursor(text);
        _tables = new TomlTables(_cursor);
        _strings = new TomlStrings(_cursor, allow11);
        _numbers = new TomlNumbers(_cursor, allow11);
        _allow11 = allow11;
    }

    /// <exception cref="ConfigErrorException">The text is not TOML.</exception>
    public static TomlDocument Read(string text, bool allow11)
    {
        var body = text.Length > 0 && text[0] == '\ufeff' ? text[1..] : text;
        if (body.AsSpan(0, Math.Min(6, body.Length)).Contains('\0'))
        {
            throw new ConfigErrorException("toml: line 1: files cannot contain NULL bytes; probably using UTF-16; TOML files must be UTF-8", 1, 1);
        }

        var reader = new TomlReader(body, allow11);
        reader.ReadAll();
        return reader._tables.ToDocument();
    }

    private void ReadAll()
    {
        while (true)
        {
            while (_cursor.Peek() is ' ' or '\t' or '\n' or '\r' && !_cursor.AtEnd)
            {
                _cursor.Next();
            }

            if (_cursor.AtEnd)
            {
                return;
            }

            switch (_cursor.Peek())
            {
                case '#':
                    _cursor.SkipComment();
                    continue;
                case '[':
                    ReadHeader();
                    break;
                default:
                    ReadKeyAndValue();
                    break;
            }

            ReadLineEnd();
        }
    }

    private void ReadLineEnd()
    {
        _cursor.SkipBlanks();
        if (_cursor.AtEnd || _cursor.Peek() is '\n' or '\r' or '#')
        {
            return;
        }

        throw _cursor.Unexpected("expected a top-level item to end with a newline, comment, or EOF, but got {0} instead");
    }

    private void ReadHeader()
    {
        var (line, column) = (_cursor.Line, _cursor.Column);
        _cursor.Next();
        var isTableArray = _cursor.Peek() == '[';
        if (isTableArray)
        {
            _cursor.Next();
        }

        var path = new List<string>();
        do
        {
            _cursor.SkipBlanks();
            if (_cursor.AtEnd || _cursor.Peek() == ']')
            {
                throw _cursor.Unexpected("unexpected end of table name (table names cannot be empty)");
            }

            if (_cursor.Peek() == '.')
            {
                throw _cursor.Unexpected("unexpected table separator (table names cannot be empty)");
            }

            path.Add(ReadKeyPart());
            _cursor.SkipBlanks();
            if (_cursor.AtEnd || _cursor.Peek() is not ('.' or ']'))
            {
                throw _cursor.Unexpected("expected '.' or ']' to end table name, but got {0} instead");
            }
        }
        while (_cursor.Next() == '.');

        if (isTableArray)
        {
            if (_cursor.AtEnd || _cursor.Peek() != ']')
            {
                throw _cursor.Unexpected("expected end of table array name delimiter ']', but got {0} instead");
            }

            _cursor.Next();
        }

        _tables.Open(path, isTableArray, line, column);
        _tables.Place(path, line, isArray: false);
        _tables.Note(path, line, column);
    }

    private string ReadKeyPart()
    {
        if (_cursor.Peek() is '"' or '\'')
        {
            return _strings.ReadKey();
        }

        var start = _cursor.Position;
        while (!_cursor.AtEnd && TomlPath.IsBare(_cursor.Peek()))
        {
            _cursor.Next();
        }

        return _cursor.Slice(start);
    }

    private void ReadKeyAndValue()
    {
        var outer = _tables.Context;
        var (line, column) = (_cursor.Line, _cursor.Column);
        var path = ReadKeyPath();
        EnterDotted(path, line, column);
        ReadValueOf(path[^1], line, column, placeLine: null);
        _tables.Enter(outer, string.Empty);
    }

    private List<string> ReadKeyPath()
    {
        _cursor.SkipBlanks();
        if (_cursor.AtEnd || _cursor.Peek() == '=')
        {
            throw _cursor.Unexpected("unexpected '=': key name appears blank");
        }

        if (_cursor.Peek() == '.')
        {
            throw _cursor.Unexpected("unexpected '.': keys cannot start with a '.'");
        }

        var path = new List<string>();
        while (true)
        {
            _cursor.SkipBlanks();
            if (path.Count > 0 && (_cursor.AtEnd || _cursor.Peek() is '=' or '.'))
            {
                throw _cursor.Unexpected(_cursor.Peek() == '.' ? "unexpected '.'" : "unexpected '='");
            }

            path.Add(ReadKeyPart());
            _cursor.SkipBlanks();
            if (_cursor.AtEnd)
            {
                throw _cursor.Unexpected("unexpected EOF; expected key separator '='");
            }

            var c = _cursor.Peek();
            if (c is not ('.' or '='))
            {
                throw c == '\n'
                    ? _cursor.Error("expected '.' or '=', but got '\\n' instead")
                    : _cursor.Unexpected("expected '.' or '=', but got {0} instead");
            }

            _cursor.Next();
            if (c == '=')
            {
                return path;
            }
        }
    }

    private void EnterDotted(List<string> path, int line, int column)
    {
        _tables.Enter(_tables.Context, path[^1]);
        for (var i = 0; i < path.Count - 1; i++)
        {
            List<string> parent = [.. _tables.Context, path[i]];
            _tables.MarkImplicit(parent);
            _tables.Open(parent, isTableArray: false, line, column);
        }

        _tables.Note([.. _tables.Context, path[^1]], line, column);
    }

    private ConfigValue ReadValueOf(string name, int line, int column, int? placeLine)
    {
        _cursor.SkipBlanks();
        var startLine = _cursor.Line;
        var value = ReadValue(insideArray: false);
        _tables.Set(name, value, line, column);
        var at = value is ConfigScalar { Value: string } ? _strings.LastLine : startLine;
        _tables.Place([.. _tables.Context, name], placeLine ?? at, value is ConfigList);
        return value;
    }

    private ConfigValue ReadValue(bool insideArray)
    {
        _cursor.SkipBlanks();
        if (_cursor.AtEnd)
        {
            throw _cursor.Unexpected("unexpected EOF; expected value");
        }

        var (line, column) = (_cursor.Line, _cursor.Column);
        switch (_cursor.Peek())
        {
            case '[' or '{':
                _tables.RefuseDepth(++_depth);
                var nested = _cursor.Peek() == '[' ? (ConfigValue)ReadArray() : ReadInlineTable(insideArray);
                _depth--;
                return nested;
            case '"' or '\'':
                return new ConfigScalar(_strings.ReadValue(), line, column);
            default:
                return new ConfigScalar(_numbers.Read(), line, column);
        }
    }

    private ConfigList ReadArray()
    {
        var list = new ConfigList(isTableArray: false, _cursor.Line, _cursor.Column);
        _tables.Place([.. _tables.Context, _tables.CurrentKey], _cursor.Line, isArray: true);
        _cursor.Next();
        var expectsValue = true;
        while (true)
        {
            _cursor.SkipLines();
            if (_cursor.AtEnd)
            {
                throw _cursor.Unexpected(expectsValue
                    ? "unexpected EOF; expected value"
                    : "expected a comma (',') or array terminator (']'), but got end of file");
            }

            switch (_cursor.Peek())
            {
                case ']':
                    _cursor.Next();
                    return list;
                case ',' when expectsValue:
                    throw _cursor.Unexpected("unexpected comma");
                case ',':
                    _cursor.Next();
                    expectsValue = true;
                    break;
                default:
                    if (!expectsValue)
                    {
                        throw _cursor.Unexpected($"expected a comma (',') or array terminator (']'), but got '{_cursor.RuneHere()}'");
                    }

                    list.Items.Add(ReadValue(insideArray: true));
                    expectsValue = false;
                    break;
            }
        }
    }

    private ConfigTable ReadInlineTable(bool insideArray)
    {
        var table = new ConfigTable(_cursor.Line, _cursor.Column);
        var outerContext = _tables.Context;
        var outerKey = _tables.CurrentKey;
        List<string> context = [.. outerContext, outerKey];
        _tables.Enter(context, string.Empty);
        _tables.MarkImplicit(context);
        _tables.Open(context, insideArray, table.Line, table.Column);
        _cursor.Next();
        var afterValue = false;
        while (true)
        {
            SkipInline();
            if (_cursor.AtEnd)
            {
                throw _cursor.Unexpected(afterValue
                    ? "expected a comma or an inline table terminator '}', but got end of file instead"
                    : "unexpected '=': key name appears blank");
            }

            if (_cursor.Peek() == '}')
            {
                _cursor.Next();
                break;
            }

            if (_cursor.Peek() == ',')
            {
                if (!afterValue)
                {
                    throw _cursor.Unexpected("unexpected comma");
                }

                _cursor.Next();
                afterValue = false;
                RefuseTrailingComma();
                continue;
            }

            if (afterValue)
            {
                throw _cursor.Unexpected($"expected a comma or an inline table terminator '}}', but got '{_cursor.RuneHere()}' instead");
            }

            ReadInlineEntry(table, context);
            afterValue = true;
        }

        _tables.Enter(outerContext, outerKey);
        return table;
    }

    private void ReadInlineEntry(ConfigTable table, List<string> context)
    {
        var (line, column) = (_cursor.Line, _cursor.Column);
        var path = ReadKeyPath();
        EnterDotted(path, line, column);
        var value = ReadValueOf(path[^1], line, column, placeLine: line);
        foreach (var part in path.Take(path.Count - 1))
        {
            if (table.Find(part) is null)
            {
                table.Set(new ConfigEntry(part, new ConfigTable(line, column), line, column));
            }

            table = table.Find(part)!.Value as ConfigTable
                ?? throw _cursor.Error($"{GoText.Quote(TomlPath.Of(_tables.Context))} is not a table");
        }

        table.Set(new ConfigEntry(path[^1], value, line, column));
        _tables.Enter(context, path[^1]);
    }

    private void RefuseTrailingComma()
    {
        _cursor.SkipBlanks();
        if (!_allow11 && _cursor.Peek() == '}')
        {
            throw _cursor.Unexpected("trailing comma not allowed in inline tables");
        }
    }

    private void SkipInline()
    {
        if (_allow11)
        {
            _cursor.SkipLines();
            return;
        }

        _cursor.SkipBlanks();
        if (_cursor.Peek() == '#')
        {
            _cursor.SkipComment();
        }

        if (!_cursor.AtEnd && _cursor.Peek() is '\n' or '\r')
        {
            throw _cursor.Error("newlines not allowed within inline tables");
        }
    }
}
