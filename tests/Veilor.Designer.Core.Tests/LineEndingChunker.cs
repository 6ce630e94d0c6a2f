using DiffPlex;

namespace Veilor.Designer.Core.Tests;

/// <summary>Cuts text behind each <c>\n</c> and keeps it, so that a missing last newline or a <c>\r</c> is a difference.</summary>
internal sealed class LineEndingChunker : IChunker
{
    public IReadOnlyList<string> Chunk(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var end = text.IndexOf('\n', start); end >= 0; end = text.IndexOf('\n', start))
        {
            lines.Add(text[start..(end + 1)]);
            start = end + 1;
        }

        if (start < text.Length)
            lines.Add(text[start..]);
        return lines;
    }
}
