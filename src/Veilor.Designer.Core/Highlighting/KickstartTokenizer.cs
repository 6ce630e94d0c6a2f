namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours kickstart files: commands, sections, package lists, and the scripts of %pre, %post and %onerror.</summary>
public sealed class KickstartTokenizer : ILineTokenizer
{
    private const int ModeCount = 4;

    private const int InCommands = 0;

    private const int InPackages = 1;

    private const int InScript = 2;

    private const int InOtherSection = 3;

    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        var mode = (int)((uint)state % ModeCount);
        var shellState = (int)((uint)state / ModeCount) % ShellScanner.StateCount;
        if (line.StartsWith('%') && (mode == InCommands || IsEnd(line)))
        {
            mode = AddSection(ref tokens);
            shellState = 0;
        }
        else if (mode == InScript)
        {
            ShellScanner.Scan(ref tokens, ref shellState);
        }
        else if (mode == InPackages)
        {
            AddPackage(ref tokens);
        }
        else if (mode == InCommands)
        {
            AddCommand(ref tokens);
        }

        state = mode + (ModeCount * shellState);
        return tokens.Finish();
    }

    private static bool IsEnd(string line) => line.AsSpan().TrimEnd(" \t") is "%end";

    private static int AddSection(ref LineTokens tokens)
    {
        var length = tokens.Rest.IndexOfAny(' ', '\t');
        var name = length < 0 ? tokens.Rest : tokens.Rest[..length];
        var mode = name switch
        {
            "%packages" => InPackages,
            "%pre" or "%pre-install" or "%post" or "%onerror" or "%traceback" => InScript,
            "%addon" or "%anaconda" or "%certificate" => InOtherSection,
            _ => InCommands,
        };
        tokens.Add(name.Length, TokenKind.Section);
        AddArguments(ref tokens);
        return mode;
    }

    private static void AddPackage(ref LineTokens tokens)
    {
        tokens.AddBlanks();
        var comment = tokens.Rest.IndexOf('#');
        var end = comment < 0 ? tokens.Line.Length : tokens.Position + comment;
        switch (tokens.Peek())
        {
            case '@':
                tokens.AddTo(end, TokenKind.Keyword);
                break;
            case '-':
                tokens.Add(1, TokenKind.Operator);
                break;
        }

        tokens.AddTo(end, TokenKind.Text);
        tokens.AddRest(TokenKind.Comment);
    }

    private static void AddCommand(ref LineTokens tokens)
    {
        tokens.AddBlanks();
        if (tokens.Peek() != '#')
        {
            var length = tokens.Rest.IndexOfAny(" \t#\"'");
            tokens.Add(length < 0 ? tokens.Rest.Length : length, TokenKind.Keyword);
        }

        AddArguments(ref tokens);
    }

    private static void AddArguments(ref LineTokens tokens)
    {
        while (!tokens.IsAtEnd)
        {
            switch (tokens.Peek())
            {
                case '#':
                    tokens.AddRest(TokenKind.Comment);
                    break;
                case '"':
                    tokens.AddString(hasEscapes: true, 1, "\"");
                    break;
                case '\'':
                    tokens.AddString(hasEscapes: false, 1, "'");
                    break;
                case ' ' or '\t':
                    tokens.AddBlanks();
                    break;
                case '=':
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
        var isOption = tokens.Rest.StartsWith("--", StringComparison.Ordinal);
        var length = isOption ? tokens.Rest.IndexOfAny(" \t#\"'=") : tokens.Rest.IndexOfAny(" \t#\"'");
        var word = length < 0 ? tokens.Rest : tokens.Rest[..length];
        tokens.Add(word.Length, isOption ? TokenKind.Option : Words.IsNumber(word) ? TokenKind.Number : TokenKind.Text);
    }
}
