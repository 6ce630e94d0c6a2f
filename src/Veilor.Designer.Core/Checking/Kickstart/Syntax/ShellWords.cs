using System.Text;

namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>Splits a kickstart line into words, as a POSIX shell would, without expanding anything.</summary>
internal static class ShellWords
{
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="comments">True when an unquoted <c>#</c> ends the line, even within a word.</param>
    /// <exception cref="KickstartErrorException">A quote or a backslash has no end; the parser then names no line.</exception>
    public static IReadOnlyList<ShellWord> Split(string line, bool comments)
    {
        var words = new List<ShellWord>();
        var word = new StringBuilder();
        var start = -1;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                Close();
                continue;
            }

            if (comments && c == '#')
            {
                break;
            }

            start = start < 0 ? i : start;
            switch (c)
            {
                case '\'' or '"':
                    i = ReadQuoted(line, i, word);
                    break;
                case '\\':
                    i++;
                    word.Append(i < line.Length ? line[i] : throw new KickstartErrorException("No escaped character", null));
                    break;
                default:
                    word.Append(c);
                    break;
            }
        }

        Close();
        return words;

        void Close()
        {
            if (start >= 0)
            {
                words.Add(new ShellWord(word.ToString(), start + 1));
                word.Clear();
                start = -1;
            }
        }
    }

    private static int ReadQuoted(string line, int open, StringBuilder word)
    {
        var quote = line[open];
        for (var i = open + 1; i < line.Length; i++)
        {
            if (line[i] == quote)
            {
                return i;
            }

            if (line[i] == '\\' && quote == '"')
            {
                i++;
                if (i >= line.Length)
                {
                    throw new KickstartErrorException("No escaped character", null);
                }

                word.Append(line[i] is '"' or '\\' ? string.Empty : "\\");
            }

            word.Append(line[i]);
        }

        throw new KickstartErrorException("No closing quotation", null);
    }
}
