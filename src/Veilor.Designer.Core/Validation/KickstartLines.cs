namespace Veilor.Designer.Core.Validation;

/// <summary>Reads kickstart lines of one's own far enough to judge them: commands, and sections with their end (pykickstart, parser.py).</summary>
internal static class KickstartLines
{
    /// <summary>The sections that pykickstart knows; each ends with <c>%end</c>.</summary>
    public static readonly string[] Sections =
        ["%packages", "%pre", "%pre-install", "%post", "%onerror", "%traceback", "%addon", "%anaconda", "%certificate"];

    /// <summary>The commands outside of sections: first word and whole line.</summary>
    public static IEnumerable<(string Word, string Line)> Commands(string text)
    {
        var isInside = false;
        foreach (var line in Trimmed(text))
        {
            var word = FirstWord(line);
            if (isInside)
            {
                isInside = !string.Equals(word, "%end", StringComparison.Ordinal);
            }
            else if (Array.IndexOf(Sections, word) >= 0)
            {
                isInside = true;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                yield return (word, line);
            }
        }
    }

    /// <summary>The heads of the sections in order, with their body; a section without an end has <c>IsClosed</c> false.</summary>
    public static IEnumerable<(string Head, string Body, bool IsClosed)> Bodies(string text)
    {
        string? head = null;
        var body = new List<string>();
        foreach (var line in Trimmed(text))
        {
            var word = FirstWord(line);
            if (head is not null)
            {
                if (string.Equals(word, "%end", StringComparison.Ordinal))
                {
                    yield return (head, string.Join('\n', body), IsClosed: true);
                    head = null;
                }
                else
                {
                    body.Add(line);
                }
            }
            else if (Array.IndexOf(Sections, word) >= 0)
            {
                head = line;
                body.Clear();
            }
        }

        if (head is not null)
        {
            yield return (head, string.Join('\n', body), IsClosed: false);
        }
    }

    private static IEnumerable<string> Trimmed(string text) => text.Split('\n').Select(line => line.Trim());

    private static string FirstWord(string line) => line.Split((char[]?)[' ', '\t'], 2)[0];
}
