namespace Veilor.Designer.Core.Highlighting;

/// <summary>Colours shell scripts.</summary>
public sealed class ShellTokenizer : ILineTokenizer
{
    public IReadOnlyList<Token> Tokenize(string line, ref int state)
    {
        var tokens = new LineTokens(line);
        ShellScanner.Scan(ref tokens, ref state);
        return tokens.Finish();
    }
}
