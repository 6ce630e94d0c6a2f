namespace Veilor.Designer.Core.Validation;

/// <summary>Reads Containerfile lines of one's own far enough to judge them: instructions, with continued lines joined and comments left out.</summary>
internal static class ContainerfileLines
{
    /// <summary>The instructions in order: the keyword in capitals, and the rest on one line.</summary>
    public static IEnumerable<(string Keyword, string Arguments)> Instructions(string text)
    {
        var logical = "";
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[^1] == '\\')
            {
                logical += line[..^1] + " ";
                continue;
            }

            yield return Split(logical + line);
            logical = "";
        }

        if (logical.Length > 0)
        {
            yield return Split(logical.TrimEnd());
        }
    }

    /// <summary>The text without the instructions that the test picks; comments and the rest stay as they are.</summary>
    public static string Without(string text, Func<string, string, bool> isPicked)
    {
        var kept = new List<string>();
        var pending = new List<string>();
        var logical = "";
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                (pending.Count == 0 ? kept : pending).Add(raw);
                continue;
            }

            pending.Add(raw);
            logical += line[^1] == '\\' ? line[..^1] + " " : line;
            if (line[^1] != '\\')
            {
                Flush();
            }
        }

        if (pending.Count > 0)
        {
            logical = logical.TrimEnd();
            Flush();
        }

        return string.Join('\n', kept).TrimEnd('\n');

        void Flush()
        {
            var (keyword, arguments) = Split(logical);
            if (!isPicked(keyword, arguments))
            {
                kept.AddRange(pending);
            }

            pending.Clear();
            logical = "";
        }
    }

    private static (string Keyword, string Arguments) Split(string instruction)
    {
        var words = instruction.Split((char[]?)[' ', '\t'], 2, StringSplitOptions.TrimEntries);
        return (words[0].ToUpperInvariant(), words.Length > 1 ? words[1] : "");
    }
}
