namespace Veilor.Designer.Core.Highlighting;

/// <summary>One token a line.</summary>
public sealed class PlainTextTokenizer : ILineTokenizer
{
    public IReadOnlyList<Token> Tokenize(string line, ref int state) =>
        line.Length == 0 ? [] : [new Token(0, line.Length, TokenKind.Text)];
}
