namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours systemd units, sysctl.d, modprobe.d and other <c>key = value</c> files.</summary>
public sealed class IniTokenizer : ILineTokenizer
{
    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        tokens.AddBlanks();
        switch (tokens.Peek())
        {
            case '#' or ';':
                tokens.AddRest(TokenKind.Comment);
                break;
            case '[' when line.LastIndexOf(']') is var close && close > tokens.Position:
                tokens.AddTo(close + 1, TokenKind.Section);
                break;
            default:
                AddSetting(ref tokens);
                break;
        }

        return tokens.Finish();
    }

    private static void AddSetting(ref LineTokens tokens)
    {
        var equals = tokens.Line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            AddDirective(ref tokens);
            return;
        }

        if (tokens.Peek() == '-')
        {
            tokens.Add(1, TokenKind.Operator);
        }

        tokens.AddTo(tokens.Position + tokens.Line.AsSpan(tokens.Position..equals).TrimEnd(" \t").Length, TokenKind.Key);
        tokens.AddTo(equals, TokenKind.Text);
        tokens.Add(1, TokenKind.Operator);
        tokens.AddBlanks();
        tokens.AddRest(KindOfValue(tokens.Rest.TrimEnd(" \t")));
    }

    /// <summary>A word and its arguments, as in modprobe.d, tmpfiles.d and presets.</summary>
    private static void AddDirective(ref LineTokens tokens)
    {
        if (tokens.Peek() == '-')
        {
            tokens.Add(1, TokenKind.Operator);
        }

        var blank = tokens.Rest.IndexOfAny(' ', '\t');
        if (blank > 0)
        {
            tokens.Add(blank, TokenKind.Keyword);
        }
    }

    private static TokenKind KindOfValue(ReadOnlySpan<char> value) => value switch
    {
        "yes" or "no" or "true" or "false" or "on" or "off" => TokenKind.Boolean,
        _ when Words.IsNumber(value) => TokenKind.Number,
        ['"', ..] => TokenKind.String,
        _ => TokenKind.Text,
    };
}
