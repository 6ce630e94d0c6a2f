using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Veilor.Designer.Components.Preview;

/// <summary>The search through all files: what is looked for, how, and what was found where.</summary>
public sealed partial class FindBar : MemoComponent
{
    /// <summary>Hits of one file that the list names; the keys step through all.</summary>
    private const int ListedHits = 40;

    /// <summary>Characters of a line before a hit, when the line is long.</summary>
    private const int Lead = 24;

    [Parameter, EditorRequired]
    public required SearchQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SearchHit> Hits { get; set; }

    /// <summary>The hit that is shown, counted from 0; −1 for none yet.</summary>
    [Parameter]
    public int Current { get; set; }

    /// <summary>Gives the text of a hit's line.</summary>
    [Parameter, EditorRequired]
    public required Func<SearchHit, string> LineText { get; set; }

    [Parameter]
    public EventCallback<SearchQuery> OnAsk { get; set; }

    /// <summary>Asks for the next hit (1) or the one before (−1).</summary>
    [Parameter]
    public EventCallback<int> OnStep { get; set; }

    [Parameter]
    public EventCallback<int> OnChoose { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    private string Count
    {
        get
        {
            if (Query.Text.Length == 0 || Query.Problem.Length > 0)
            {
                return "";
            }

            var files = Hits.Select(hit => hit.Path).Distinct(StringComparer.Ordinal).Count();
            var place = files == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{files} files");
            return Hits.Count == 0
                ? "Not found"
                : string.Create(CultureInfo.InvariantCulture, $"{(Current < 0 ? "" : $"{Current + 1} of ")}{Hits.Count} in {place}");
        }
    }

    private static string Pressed(bool isOn) => isOn ? "true" : "false";

    private Task Ask(SearchQuery query) => OnAsk.InvokeAsync(query);

    private RenderFragment TextOf(SearchHit hit) => builder => AddText(builder, LineText(hit), hit.Span);

    private static void AddText(RenderTreeBuilder builder, string line, TextSpan span)
    {
        if (span.End > line.Length)
        {
            return;
        }

        var from = span.Start > Lead ? span.Start - Lead : 0;
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "find-hit-text");
        builder.AddContent(2, (from > 0 ? "…" : "") + line[from..span.Start].TrimStart());
        builder.OpenElement(3, "mark");
        builder.AddContent(4, line.Substring(span.Start, span.Length));
        builder.CloseElement();
        builder.AddContent(5, line[span.End..]);
        builder.CloseElement();
    }
}
