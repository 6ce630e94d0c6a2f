namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours Markdown: headings, lists, quotes, code, emphasis and links.</summary>
public sealed class MarkdownTokenizer : ILineTokenizer
{
    private const int InBacktickFence = 1;

    private const int InTildeFence = 2;

    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        tokens.AddBlanks();
        var fence = tokens.Rest.StartsWith("```", StringComparison.Ordinal) ? InBacktickFence
            : tokens.Rest.StartsWith("~~~", StringComparison.Ordinal) ? InTildeFence
            : 0;
        if (state is InBacktickFence or InTildeFence)
        {
            tokens.AddRest(fence == state ? TokenKind.Operator : TokenKind.String);
            state = fence == state ? 0 : state;
        }
        else if (fence != 0)
        {
            tokens.AddRest(TokenKind.Operator);
            state = fence;
        }
        else
        {
            state = 0;
            AddBlock(ref tokens);
        }

        return tokens.Finish();
    }

    private static void AddBlock(ref LineTokens tokens)
    {
        var marks = tokens.Rest.Length - tokens.Rest.TrimStart('#').Length;
        if (marks is > 0 and <= 6 && (tokens.Peek(marks) is '\0' || Words.IsBlank(tokens.Peek(marks))))
        {
            tokens.AddRest(TokenKind.Section);
            return;
        }

        if (tokens.Peek() == '>' || tokens.Rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            tokens.AddRest(TokenKind.Comment);
            return;
        }

        var digits = tokens.Rest.Length - tokens.Rest.TrimStart("0123456789").Length;
        if (tokens.Peek() is '-' or '*' or '+' && tokens.Peek(1) == ' ')
        {
            tokens.Add(1, TokenKind.Operator);
        }
        else if (digits is > 0 and < 10 && tokens.Peek(digits) is '.' or ')' && tokens.Peek(digits + 1) == ' ')
        {
            tokens.Add(digits + 1, TokenKind.Operator);
        }

        AddInline(ref tokens);
    }

    private static void AddInline(ref LineTokens tokens)
    {
        while (!tokens.IsAtEnd)
        {
            var length = tokens.Peek() switch
            {
                '`' => LengthBetween(tokens.Rest, "`"),
                '*' when tokens.Peek(1) == '*' => LengthBetween(tokens.Rest, "**"),
                '[' => LinkTextLength(tokens.Rest),
                '|' => 1,
                '\\' => 2,
                _ => 0,
            };
            if (length == 0)
            {
                var next = tokens.Rest[1..].IndexOfAny("`*[|\\");
                tokens.Add(next < 0 ? tokens.Rest.Length : next + 1, TokenKind.Text);
                continue;
            }

            AddSpan(ref tokens, length);
        }
    }

    private static void AddSpan(ref LineTokens tokens, int length)
    {
        switch (tokens.Peek())
        {
            case '`':
                tokens.Add(length, TokenKind.String);
                break;
            case '*':
                tokens.Add(length, TokenKind.Keyword);
                break;
            case '[':
                tokens.Add(length, TokenKind.Key);
                tokens.Add(tokens.Rest.IndexOf(')') + 1, TokenKind.String);
                break;
            case '|':
                tokens.Add(length, TokenKind.Operator);
                break;
            default:
                tokens.Add(length, TokenKind.Text);
                break;
        }
    }

    private static int LengthBetween(ReadOnlySpan<char> text, string mark)
    {
        var close = text[mark.Length..].IndexOf(mark, StringComparison.Ordinal);
        return close < 0 ? 0 : close + (2 * mark.Length);
    }

    /// <summary>The length of <c>[text]</c> when an address in brackets follows; else 0.</summary>
    private static int LinkTextLength(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf("](", StringComparison.Ordinal);
        return close > 0 && text[close..].Contains(')') ? close + 1 : 0;
    }
}
