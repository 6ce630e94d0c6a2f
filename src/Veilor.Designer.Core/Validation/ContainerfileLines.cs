namespace Veilor.Designer.Core.Validation;

/// <summary>
/// Reads Containerfile lines of one's own far enough to judge them, as buildah's parser does: a backslash joins lines
/// without a blank between them, and comments and empty lines inside an instruction do not count. The lines of a here
/// document belong to their instruction, as newer builders read them; for older ones the instruction is reported.
/// </summary>
internal static class ContainerfileLines
{
    /// <summary>The instructions in order: the keyword in capitals, and the rest on one line.</summary>
    public static IEnumerable<(string Keyword, string Arguments)> Instructions(string text) =>
        Pieces(text).Where(piece => piece.Logical is not null).Select(piece => Split(piece.Logical!));

    /// <summary>The text without the instructions that the test picks; comments and the rest stay as they are.</summary>
    public static string Without(string text, Func<string, string, bool> isPicked)
    {
        var kept = Pieces(text)
            .Where(piece => piece.Logical is null || Split(piece.Logical) is var (keyword, arguments) && !isPicked(keyword, arguments))
            .SelectMany(piece => piece.Lines);
        return string.Join('\n', kept).TrimEnd('\n');
    }

    /// <summary>The line, from 0, whose backslash waits for a further line that the text does not have; null when every instruction ends.</summary>
    public static int? Unfinished(string text)
    {
        var lines = text.Split('\n');
        var isOpen = false;
        var last = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsSilent(lines[i]))
            {
                isOpen = lines[i].TrimEnd()[^1] == '\\';
                last = i;
            }
        }

        return isOpen ? last : null;
    }

    /// <summary>Each instruction with the lines that it is written on; a comment or an empty line outside is a piece without one.</summary>
    private static IEnumerable<(IReadOnlyList<string> Lines, string? Logical)> Pieces(string text)
    {
        var pending = new List<string>();
        var logical = "";
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var isSilent = IsSilent(line);
            if (isSilent && pending.Count == 0)
            {
                yield return ([lines[i]], null);
                continue;
            }

            pending.Add(lines[i]);
            if (isSilent)
            {
                continue;
            }

            if (line[^1] == '\\')
            {
                logical += line[..^1];
                continue;
            }

            logical += line;
            var (keyword, arguments) = Split(logical);
            var length = ContainerfileHeredocs.Length(keyword, arguments, lines, i + 1);
            yield return ([.. pending, .. lines.AsSpan(i + 1, length)], logical);
            i += length;
            pending.Clear();
            logical = "";
        }

        if (pending.Count > 0)
        {
            yield return (pending, logical);
        }
    }

    private static bool IsSilent(string line) => line.AsSpan().Trim() is [] or ['#', ..];

    private static (string Keyword, string Arguments) Split(string instruction)
    {
        var words = instruction.Trim().Split((char[]?)[' ', '\t'], 2, StringSplitOptions.TrimEntries);
        return (words[0].ToUpperInvariant(), words.Length > 1 ? words[1] : "");
    }
}
