namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours Containerfiles; the commands of RUN as shell text.</summary>
public sealed class ContainerfileTokenizer : ILineTokenizer
{
    private const int ModeCount = 4;

    private const int InInstruction = 1;

    private const int InShell = 2;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Instructions = new HashSet<string>(
    [
        "FROM", "RUN", "CMD", "LABEL", "EXPOSE", "ENV", "ADD", "COPY", "ENTRYPOINT", "VOLUME", "USER", "WORKDIR", "ARG", "ONBUILD",
        "STOPSIGNAL", "HEALTHCHECK", "SHELL", "MAINTAINER",
    ],
    StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        tokens.AddBlanks();
        if (tokens.Peek() == '#' || (tokens.IsAtEnd && state != 0))
        {
            tokens.AddRest(TokenKind.Comment);
            return tokens.Finish();
        }

        var mode = state % ModeCount;
        var shellState = (int)((uint)state / ModeCount) % ShellScanner.StateCount;
        if (mode is not (InInstruction or InShell))
        {
            shellState = 0;
            mode = AddInstruction(ref tokens);
        }

        if (mode == InShell)
        {
            AddFlags(ref tokens);
            ShellScanner.Scan(ref tokens, ref shellState);
        }
        else
        {
            AddArguments(ref tokens);
            shellState = 0;
        }

        state = line.AsSpan().TrimEnd(" \t").EndsWith('\\') ? mode + (ModeCount * shellState) : 0;
        return tokens.Finish();
    }

    private static int AddInstruction(ref LineTokens tokens)
    {
        var length = tokens.Rest.IndexOfAny(' ', '\t');
        var word = length < 0 ? tokens.Rest : tokens.Rest[..length];
        var isShell = word.Equals("RUN", StringComparison.OrdinalIgnoreCase);
        tokens.Add(word.Length, Instructions.Contains(word) ? TokenKind.Keyword : TokenKind.Text);
        tokens.AddBlanks();
        return isShell ? InShell : InInstruction;
    }

    private static void AddFlags(ref LineTokens tokens)
    {
        while (tokens.Rest.StartsWith("--", StringComparison.Ordinal))
        {
            var length = tokens.Rest.IndexOfAny(' ', '\t');
            tokens.Add(length < 0 ? tokens.Rest.Length : length, TokenKind.Option);
            tokens.AddBlanks();
        }
    }

    private static void AddArguments(ref LineTokens tokens)
    {
        AddFlags(ref tokens);
        while (!tokens.IsAtEnd)
        {
            switch (tokens.Peek())
            {
                case '"':
                    tokens.AddString(hasEscapes: true, 1, "\"");
                    break;
                case '\'':
                    tokens.AddString(hasEscapes: false, 1, "'");
                    break;
                case '$':
                    AddVariable(ref tokens);
                    break;
                case '[' or ']' or ',' or '=' or '\\':
                    tokens.Add(1, TokenKind.Operator);
                    break;
                case ' ' or '\t':
                    tokens.AddBlanks();
                    break;
                default:
                    AddWord(ref tokens);
                    break;
            }
        }
    }

    private static void AddWord(ref LineTokens tokens)
    {
        var length = tokens.Rest.IndexOfAny(" \t\"'$[],=\\");
        length = length < 0 ? tokens.Rest.Length : length;
        var kind = tokens.Peek(length) == '=' ? TokenKind.Key
            : tokens.Rest[..length].Equals("AS", StringComparison.OrdinalIgnoreCase) ? TokenKind.Keyword
            : TokenKind.Text;
        tokens.Add(length, kind);
    }

    private static void AddVariable(ref LineTokens tokens)
    {
        var close = tokens.Peek(1) == '{' ? tokens.Rest.IndexOf('}') : -1;
        var length = close > 0 ? close + 1 : 1 + Words.NameLength(tokens.Rest[1..]);
        tokens.Add(length, length > 1 ? TokenKind.Variable : TokenKind.Text);
    }
}
