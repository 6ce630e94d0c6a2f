using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// One line of a document: its number, which links to the field that made it, and its coloured text. Written by hand
/// because a document has a thousand of them and each renders once.
/// </summary>
public sealed class DocumentLineView : IComponent
{
    private RenderHandle _handle;
    private HighlightedLine? _line;

    [Parameter]
    public required HighlightedLine Line { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>The path of the document.</summary>
    [Parameter]
    public required string Document { get; set; }

    /// <summary>True for a line that an edit has just brought; it glows for a moment.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!ReferenceEquals(_line, Line))
        {
            _line = Line;
            _handle.Render(Render);
        }

        return Task.CompletedTask;
    }

    /// <summary>What a line's tooltip says: the field that made it, and why it has its form.</summary>
    internal static string? Explain(HighlightedLine line)
    {
        if (line.Line.Origins.IsEmpty)
        {
            return line.Line.Reason.Length == 0 ? null : line.Line.Reason;
        }

        var label = LabelOf(line.Line.Origin);
        return line.Line.Reason.Length == 0 ? label : $"{label}\n{line.Line.Reason}";
    }

    /// <summary>A field as people find it: its section, its label, and the item where it is one of a list.</summary>
    internal static string LabelOf(FieldPath path)
    {
        var section = DesignFields.FindSection(path.Section)?.Title ?? path.Section;
        var label = DesignFields.Find(path) is { } field && !string.Equals(field.Label, section, StringComparison.Ordinal)
            ? $"{section} › {field.Label}"
            : section;
        var (from, to) = (path.Value.IndexOf('['), path.Value.LastIndexOf(']'));
        return from >= 0 && to > from ? $"{label}: {path.Value[(from + 1)..to]}" : label;
    }

    private void Render(RenderTreeBuilder builder)
    {
        var line = Line.Line;
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", IsNew ? "line line-new" : "line");
        if (Explain(Line) is { } explanation)
        {
            builder.AddAttribute(2, "title", explanation);
        }

        if (line.Origins.IsEmpty)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "line-number");
            builder.AddAttribute(5, "aria-hidden", "true");
            builder.CloseElement();
        }
        else
        {
            builder.OpenElement(6, "a");
            builder.AddAttribute(7, "class", "line-number");
            builder.AddAttribute(8, "tabindex", "-1");
            builder.AddAttribute(9, "href", EditorUrl.OfField(Slug, line.Origin, Document));
            builder.AddAttribute(10, "aria-label", $"Go to {LabelOf(line.Origin)}");
            builder.CloseElement();
        }

        builder.OpenElement(11, "code");
        builder.AddAttribute(12, "class", "line-text");
        foreach (var token in Line.Tokens)
        {
            var text = line.Text.Substring(token.Start, token.Length);
            if (token.Kind == TokenKind.Text)
            {
                builder.AddContent(13, text);
                continue;
            }

            builder.OpenElement(14, "span");
            builder.AddAttribute(15, "class", TokenClasses.Of(token.Kind));
            builder.AddContent(16, text);
            builder.CloseElement();
        }

        builder.CloseElement();
        builder.CloseElement();
    }
}
