namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours TOML; strings and arrays may span lines.</summary>
public sealed class TomlTokenizer : ILineTokenizer
{
    private const int ModeCount = 4;

    private const int InBasicText = 1;

    private const int InLiteralText = 2;

    private const int MaximumDepth = 1000;

    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        var mode = (int)((uint)state % ModeCount);
        var depth = (int)((uint)state / ModeCount) % MaximumDepth;
        mode = mode switch
        {
            InBasicText => tokens.AddString(hasEscapes: true, 0, "\"\"\"") ? 0 : InBasicText,
            InLiteralText => tokens.AddString(hasEscapes: false, 0, "'''") ? 0 : InLiteralText,
            _ => 0,
        };
        tokens.AddBlanks();
        if (mode == 0 && depth == 0 && tokens.Peek() == '[' && line.LastIndexOf(']') is var close && close > tokens.Position
            && line.AsSpan(0, tokens.Position).Trim(" \t").IsEmpty)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            tokens.AddTo(comment > 0 && comment < close ? comment : close + 1, TokenKind.Section);
        }

        while (!tokens.IsAtEnd && mode == 0)
        {
            mode = AddNext(ref tokens, ref depth);
        }

        state = mode + (ModeCount * Math.Clamp(depth, 0, MaximumDepth - 1));
        return tokens.Finish();
    }

    private static int AddNext(ref LineTokens tokens, ref int depth)
    {
        switch (tokens.Peek())
        {
            case ' ' or '\t':
                tokens.AddBlanks();
                break;
            case '#':
                tokens.AddRest(TokenKind.Comment);
                break;
            case '"' when tokens.Rest.StartsWith("\"\"\"", StringComparison.Ordinal):
                return tokens.AddString(hasEscapes: true, 3, "\"\"\"") ? 0 : InBasicText;
            case '\'' when tokens.Rest.StartsWith("'''", StringComparison.Ordinal):
                return tokens.AddString(hasEscapes: false, 3, "'''") ? 0 : InLiteralText;
            case '"' or '\'':
                AddQuoted(ref tokens);
                break;
            case '[' or '{':
                depth++;
                tokens.Add(1, TokenKind.Operator);
                break;
            case ']' or '}':
                depth--;
                tokens.Add(1, TokenKind.Operator);
                break;
            case '=' or ',':
                tokens.Add(1, TokenKind.Operator);
                break;
            default:
                AddWord(ref tokens);
                break;
        }

        return 0;
    }

    private static void AddQuoted(ref LineTokens tokens)
    {
        var quote = tokens.Peek();
        var index = tokens.Position + 1;
        while (index < tokens.Line.Length && tokens.Line[index] != quote)
        {
            index += quote == '"' && tokens.Line[index] == '\\' ? 2 : 1;
        }

        tokens.AddTo(index + 1, IsKey(tokens.Line, index + 1) ? TokenKind.Key : TokenKind.String);
    }

    private static void AddWord(ref LineTokens tokens)
    {
        var length = tokens.Rest.IndexOfAny(" \t#\"'[]{}=,");
        var word = length < 0 ? tokens.Rest : tokens.Rest[..Math.Max(length, 1)];
        var kind = word[^1] == '.' || IsKey(tokens.Line, tokens.Position + word.Length) ? TokenKind.Key
            : word is "true" or "false" ? TokenKind.Boolean
            : Words.IsNumber(word) ? TokenKind.Number
            : TokenKind.Text;
        tokens.Add(word.Length, kind);
    }

    /// <summary>True when an equals sign follows, or a dotted key goes on.</summary>
    private static bool IsKey(string line, int end)
    {
        while (end < line.Length && Words.IsBlank(line[end]))
        {
            end++;
        }

        return end < line.Length && line[end] is '=' or '.';
    }
}
