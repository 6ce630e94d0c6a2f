using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Components.Runs;

/// <summary>A stretch of a log row with one look.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="CssClass">Classes for its colours; empty for none.</param>
/// <param name="IsHit">True when it is part of a search hit.</param>
public readonly record struct LogRowPart(string Text, string CssClass, bool IsHit)
{
    /// <summary>Cuts styled text at the search's hits, which may reach over several colours.</summary>
    public static IReadOnlyList<LogRowPart> Make(IReadOnlyList<AnsiSpan> spans, string search)
    {
        if (search.Length == 0)
        {
            return [.. spans.Select(span => new LogRowPart(span.Text, span.Style.CssClass, false))];
        }

        var text = string.Concat(spans.Select(span => span.Text));
        var isHit = new bool[text.Length];
        for (var at = text.IndexOf(search, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            Array.Fill(isHit, true, at, search.Length);
            at = text.IndexOf(search, at + search.Length, StringComparison.OrdinalIgnoreCase);
        }

        List<LogRowPart> parts = [];
        var start = 0;
        foreach (var span in spans)
        {
            var end = start + span.Text.Length;
            while (start < end)
            {
                var next = start + 1;
                while (next < end && isHit[next] == isHit[start])
                {
                    next++;
                }

                parts.Add(new LogRowPart(text[start..next], span.Style.CssClass, isHit[start]));
                start = next;
            }
        }

        return parts;
    }
}
