using System.Buffers;

namespace Veilor.Designer.Core.Highlighting;

/// <summary>Scans shell text from a position of a line; also used for the scripts inside other documents.</summary>
/// <remarks>
/// The state is 0 between commands, a mode for an open quote, or a heredoc's mode with a hash of its delimiter, so
/// that it stays below <see cref="StateCount"/>.
/// </remarks>
internal static class ShellScanner
{
    /// <summary>States are below this number.</summary>
    public const int StateCount = 1 << (ModeBits + HashBits);

    private const int ModeBits = 2;

    private const int HashBits = 16;

    private const int InSingleQuotes = 1;

    private const int InDoubleQuotes = 2;

    private const int InHeredoc = 3;

    private const string OperatorCharacters = "|&;<>(){}[]!";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t|&;<>()\"'$`\\");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Keywords = new HashSet<string>(
    [
        "if", "then", "elif", "else", "fi", "case", "esac", "for", "select", "while", "until", "do", "done", "in", "function",
        "time", "return", "exit", "set", "export", "local", "readonly", "declare", "unset", "shift", "trap", "source", "exec", "eval",
    ],
    StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Scan(ref LineTokens tokens, ref int state)
    {
        var mode = state & ((1 << ModeBits) - 1);
        if (mode == InHeredoc)
        {
            var isEnd = HashOf(tokens.Rest.Trim(" \t")) == state >>> ModeBits;
            tokens.AddRest(isEnd ? TokenKind.Operator : TokenKind.String);
            state = isEnd ? 0 : state;
            return;
        }

        state = 0;
        if (mode == InSingleQuotes && !tokens.AddString(hasEscapes: false, 0, "'"))
        {
            state = InSingleQuotes;
        }
        else if (mode == InDoubleQuotes && !AddDoubleQuoted(ref tokens, 0))
        {
            state = InDoubleQuotes;
        }

        var heredoc = 0;
        while (!tokens.IsAtEnd && state == 0)
        {
            heredoc = AddNext(ref tokens, ref state) is var found and not 0 ? found : heredoc;
        }

        state = state == 0 ? heredoc : state;
    }

    /// <summary>Covers the next piece; gives the state of a heredoc that begins on the next line, or 0.</summary>
    private static int AddNext(ref LineTokens tokens, ref int state)
    {
        switch (tokens.Peek())
        {
            case ' ' or '\t':
                tokens.AddBlanks();
                break;
            case '#' when tokens.Position == 0 || Words.IsBlank(tokens.Peek(-1)) || tokens.Peek(-1) == ';':
                tokens.AddRest(TokenKind.Comment);
                break;
            case '\'':
                state = tokens.AddString(hasEscapes: false, 1, "'") ? 0 : InSingleQuotes;
                break;
            case '"':
                state = AddDoubleQuoted(ref tokens, 1) ? 0 : InDoubleQuotes;
                break;
            case '$' or '`':
                AddVariable(ref tokens);
                break;
            case '\\':
                tokens.Add(2, TokenKind.Operator);
                break;
            case '<' when tokens.Peek(1) == '<' && tokens.Peek(2) != '<':
                return AddHeredocStart(ref tokens);
            case '<' when tokens.Peek(1) == '<':
                tokens.Add(3, TokenKind.Operator);
                break;
            case var character when OperatorCharacters.Contains(character, StringComparison.Ordinal):
                tokens.Add(1, TokenKind.Operator);
                break;
            default:
                AddWord(ref tokens);
                break;
        }

        return 0;
    }

    private static void AddWord(ref LineTokens tokens)
    {
        var length = tokens.Rest.IndexOfAny(WordEnds);
        var word = length < 0 ? tokens.Rest : tokens.Rest[..Math.Max(length, 1)];
        var isStart = tokens.Position == 0 || Words.IsBlank(tokens.Peek(-1)) || tokens.Peek(-1) is ';' or '(' or '&' or '|';
        var nameLength = Words.NameLength(word);
        if (isStart && nameLength > 0 && nameLength < word.Length && word[nameLength] == '=')
        {
            tokens.Add(nameLength, TokenKind.Key);
            tokens.Add(1, TokenKind.Operator);
            return;
        }

        tokens.Add(word.Length, word switch
        {
            ['-', _, ..] when isStart => TokenKind.Option,
            _ when isStart && Keywords.Contains(word) => TokenKind.Keyword,
            _ when isStart && !word.ContainsAnyExceptInRange('0', '9') => TokenKind.Number,
            _ => TokenKind.Text,
        });
    }

    private static bool AddDoubleQuoted(ref LineTokens tokens, int quoteLength)
    {
        tokens.Add(quoteLength, TokenKind.String);
        while (!tokens.IsAtEnd)
        {
            switch (tokens.Peek())
            {
                case '"':
                    tokens.Add(1, TokenKind.String);
                    return true;
                case '\\':
                    tokens.Add(2, TokenKind.String);
                    break;
                case '$' or '`':
                    AddVariable(ref tokens);
                    break;
                default:
                    var length = tokens.Rest.IndexOfAny("\"\\$`");
                    tokens.Add(length < 0 ? tokens.Rest.Length : length, TokenKind.String);
                    break;
            }
        }

        return false;
    }

    private static void AddVariable(ref LineTokens tokens)
    {
        var next = tokens.Peek(1);
        if (tokens.Peek() == '`' || next == '(')
        {
            tokens.Add(tokens.Peek() == '`' ? 1 : 2, TokenKind.Operator);
        }
        else if (next == '{')
        {
            var close = tokens.Rest.IndexOf('}');
            tokens.Add(close < 0 ? tokens.Rest.Length : close + 1, TokenKind.Variable);
        }
        else if (Words.NameLength(tokens.Rest[1..]) is > 0 and var length)
        {
            tokens.Add(length + 1, TokenKind.Variable);
        }
        else
        {
            var isSpecial = next is '?' or '@' or '*' or '#' or '$' or '!' or '-';
            tokens.Add(isSpecial ? 2 : 1, isSpecial ? TokenKind.Variable : TokenKind.Text);
        }
    }

    private static int AddHeredocStart(ref LineTokens tokens)
    {
        tokens.Add(tokens.Peek(2) == '-' ? 3 : 2, TokenKind.Operator);
        tokens.AddBlanks();
        var length = tokens.Rest.IndexOfAny(" \t|&;<>()");
        var delimiter = length < 0 ? tokens.Rest : tokens.Rest[..length];
        var hash = HashOf(delimiter.Trim("\"'\\"));
        tokens.Add(delimiter.Length, TokenKind.Operator);
        return delimiter.IsEmpty ? 0 : InHeredoc | (hash << ModeBits);
    }

    private static int HashOf(ReadOnlySpan<char> text)
    {
        var hash = 17;
        foreach (var character in text)
        {
            hash = ((hash * 31) + character) & ((1 << HashBits) - 1);
        }

        return hash;
    }
}
