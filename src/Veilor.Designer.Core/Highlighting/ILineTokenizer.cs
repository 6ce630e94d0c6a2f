namespace Veilor.Designer.Core.Highlighting;

/// <summary>
/// Splits a line into coloured tokens. A tokenizer colours; it does not check. It never fails, and its tokens
/// cover the whole line without gap or overlap.
/// </summary>
public interface ILineTokenizer
{
    /// <summary>Tokenizes one line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="state">What the previous line left open (a multi-line string, a fenced block, a continuation); 0 at the top. Updated for the next line.</param>
    IReadOnlyList<Token> Tokenize(string line, ref int state);
}
