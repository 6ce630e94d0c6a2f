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

    private static (string Keyword, string Arguments) Split(string instruction)
    {
        var words = instruction.Split((char[]?)[' ', '\t'], 2, StringSplitOptions.TrimEntries);
        return (words[0].ToUpperInvariant(), words.Length > 1 ? words[1] : "");
    }
}
