namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours YAML; block text under <c>run</c>, as in workflows, as shell text.</summary>
/// <remarks>The state holds, for block text, the indentation of its key, whether it is a script, and the shell's own state.</remarks>
public sealed class YamlTokenizer : ILineTokenizer
{
    private const int MaximumIndent = 1 << 9;

    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        var (isBlock, isScript, indent, shellState) = Unpack(state);
        tokens.AddBlanks();
        if (isBlock && (tokens.IsAtEnd || tokens.Position > indent))
        {
            if (isScript)
            {
                ShellScanner.Scan(ref tokens, ref shellState);
                state = Pack(isScript, indent, shellState);
            }

            tokens.AddRest(TokenKind.String);
            return tokens.Finish();
        }

        state = 0;
        if (line is "---" or "...")
        {
            tokens.AddTo(line.Length, TokenKind.Section);
            return tokens.Finish();
        }

        while (tokens.Peek() == '-' && (tokens.Peek(1) is ' ' or '\t' || tokens.Position + 1 == line.Length))
        {
            tokens.Add(1, TokenKind.Operator);
            tokens.AddBlanks();
        }

        var keyIndent = tokens.Position;
        var isRun = AddKey(ref tokens);
        if (tokens.Peek() is '|' or '>')
        {
            state = Pack(isRun, Math.Min(keyIndent, MaximumIndent - 1), 0);
            tokens.Add(1, TokenKind.Operator);
        }

        AddValue(ref tokens);
        return tokens.Finish();
    }

    private static (bool IsBlock, bool IsScript, int Indent, int ShellState) Unpack(int state) =>
        ((state & 1) != 0, (state & 2) != 0, (state >> 2) & (MaximumIndent - 1), (int)((uint)state >> 11) % ShellScanner.StateCount);

    private static int Pack(bool isScript, int indent, int shellState) =>
        1 | (isScript ? 2 : 0) | (indent << 2) | (shellState << 11);

    /// <summary>Covers a key and its colon; true when the key is <c>run</c>.</summary>
    private static bool AddKey(ref LineTokens tokens)
    {
        var rest = tokens.Rest;
        var length = 0;
        if (!rest.IsEmpty && rest[0] is '"' or '\'')
        {
            length = rest[1..].IndexOf(rest[0]) + 2;
        }
        else
        {
            while (length < rest.Length && rest[length] is not (':' or '#' or '{' or '[' or '"' or '\''))
            {
                length++;
            }
        }

        var isKey = length > 0 && length < rest.Length && rest[length] == ':'
            && (length + 1 == rest.Length || Words.IsBlank(rest[length + 1]));
        if (!isKey)
        {
            return false;
        }

        tokens.Add(length, TokenKind.Key);
        tokens.Add(1, TokenKind.Operator);
        tokens.AddBlanks();
        return rest[..length] is "run";
    }

    private static void AddValue(ref LineTokens tokens)
    {
        while (!tokens.IsAtEnd)
        {
            switch (tokens.Peek())
            {
                case ' ' or '\t':
                    tokens.AddBlanks();
                    break;
                case '#' when tokens.Position == 0 || Words.IsBlank(tokens.Peek(-1)):
                    tokens.AddRest(TokenKind.Comment);
                    break;
                case '"':
                    tokens.AddString(hasEscapes: true, 1, "\"");
                    break;
                case '\'':
                    tokens.AddString(hasEscapes: false, 1, "'");
                    break;
                case '$' when tokens.Rest.StartsWith("${{", StringComparison.Ordinal):
                    var close = tokens.Rest.IndexOf("}}", StringComparison.Ordinal);
                    tokens.Add(close < 0 ? tokens.Rest.Length : close + 2, TokenKind.Variable);
                    break;
                case '[' or ']' or '{' or '}' or ',':
                    tokens.Add(1, TokenKind.Operator);
                    break;
                default:
                    AddWord(ref tokens);
                    break;
            }
        }
    }

    private static void AddWord(ref LineTokens tokens)
    {
        var length = tokens.Rest[1..].IndexOfAny(" \t\"'$[]{},");
        var word = length < 0 ? tokens.Rest : tokens.Rest[..(length + 1)];
        tokens.Add(word.Length, word switch
        {
            "true" or "false" or "null" or "~" => TokenKind.Boolean,
            [_, .., ':'] => TokenKind.Key,
            ['&' or '*', _, ..] => TokenKind.Variable,
            _ when Words.IsNumber(word) => TokenKind.Number,
            _ => TokenKind.Text,
        });
    }
}
