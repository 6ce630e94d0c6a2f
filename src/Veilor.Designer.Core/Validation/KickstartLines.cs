using Veilor.Designer.Core.Checking.Kickstart.Syntax;

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

    /// <summary>The text without the commands that the test picks; sections and comments stay as they are.</summary>
    public static string Without(string text, Func<string, string, bool> isPicked)
    {
        var isInside = false;
        var kept = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            var word = FirstWord(trimmed);
            if (isInside || Array.IndexOf(Sections, word) >= 0)
            {
                isInside = !string.Equals(word, "%end", StringComparison.Ordinal);
            }
            else if (trimmed.Length > 0 && trimmed[0] != '#' && isPicked(word, trimmed))
            {
                continue;
            }

            kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    /// <summary>True when the command has the option, with a value or without.</summary>
    public static bool Has(string line, string option) => Words(line).Any(word => string.Equals(word.Split('=')[0], option, StringComparison.Ordinal));

    /// <summary>The value of an option, behind an equals sign or a blank; null without one.</summary>
    public static string? Value(string line, string option)
    {
        var words = Words(line);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].StartsWith(option + "=", StringComparison.Ordinal))
            {
                return words[i][(option.Length + 1)..];
            }

            if (string.Equals(words[i], option, StringComparison.Ordinal) && i + 1 < words.Count)
            {
                return words[i + 1];
            }
        }

        return null;
    }

    /// <summary>The words of a command without their quotes; none where a quote has no end, which another rule tells.</summary>
    private static IReadOnlyList<string> Words(string line)
    {
        try
        {
            return [.. ShellWords.Split(line, comments: true).Select(word => word.Text)];
        }
        catch (KickstartErrorException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Trimmed(string text) => text.Split('\n').Select(line => line.Trim());

    private static string FirstWord(string line) => line.Split((char[]?)[' ', '\t'], 2)[0];
}
