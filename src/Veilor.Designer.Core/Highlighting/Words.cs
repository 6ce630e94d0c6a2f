namespace Veilor.Designer.Core.Highlighting;

/// <summary>Questions that several tokenizers ask about a word.</summary>
internal static class Words
{
    /// <summary>True for numbers as TOML, YAML and shells write them, dates and times too.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word)
    {
        if (!word.IsEmpty && word[0] is '+' or '-')
        {
            word = word[1..];
        }

        if (word is "inf" or "nan" or ".inf" or ".nan")
        {
            return true;
        }

        return !word.IsEmpty && char.IsAsciiDigit(word[0]) && !word.ContainsAnyExcept("0123456789abcdefABCDEFxoTZ_.+-:");
    }

    /// <summary>The length of the run of name characters (letters, digits, underscore) at the start.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsNameCharacter(text[length]))
        {
            length++;
        }

        return length;
    }

    public static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    public static bool IsBlank(char character) => character is ' ' or '\t';
}
