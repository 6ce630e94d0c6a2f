using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// One line of a document: its number, which links to the field that made it, its coloured text, and what is wrong
/// there. Written by hand because a document has hundreds of them and each renders once.
/// </summary>
/// <remarks>
/// The element names its fields (<c>data-from</c>), so that the browser lights the lines of a field without asking. The
/// number is written by the browser (numbers.js): a line that only moves down is not rendered again.
/// </remarks>
public sealed class DocumentLineView : IComponent
{
    private RenderHandle _handle;
    private HighlightedLine? _line;
    private LineProblem? _problem;
    private EquatableArray<TextSpan> _emphasis;
    private int _changes;

    [Parameter]
    public required HighlightedLine Line { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>The path of the document.</summary>
    [Parameter]
    public required string Document { get; set; }

    /// <summary>What is wrong at the line.</summary>
    [Parameter]
    public LineProblem? Problem { get; set; }

    /// <summary>True for a line that an edit has just brought; it glows for a moment.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>How the line stands to the other side of a comparison; null where nothing is compared.</summary>
    [Parameter]
    public DiffRowKind? Change { get; set; }

    /// <summary>The parts of a changed line that are not on the other side.</summary>
    [Parameter]
    public EquatableArray<TextSpan> Emphasis { get; set; }

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    /// <summary>False for a line that no field made, and for one that many share: it is the place of none of them.</summary>
    private bool LeadsToFields => Line.Line is { Origins.IsEmpty: false, Bond: not (LineBond.Shared or LineBond.Fixed) };

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!ReferenceEquals(_line, Line) || _problem != Problem || _emphasis != Emphasis)
        {
            _changes += ReferenceEquals(_line, Line) ? 0 : 1;
            (_line, _problem, _emphasis) = (Line, Problem, Emphasis);
            _handle.Render(Render);
        }

        return Task.CompletedTask;
    }

    private void Render(RenderTreeBuilder builder)
    {
        var line = Line.Line;
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", Class());
        if (LeadsToFields)
        {
            builder.AddAttribute(2, "data-from", FieldMark.Of(line.Origins));
        }

        RenderNumber(builder);
        if (Problem is not null)
        {
            builder.AddMarkupContent(20, SeverityMarks.Of(Problem.Severity));
        }

        if (Change is not null)
        {
            builder.OpenElement(21, "span");
            builder.AddAttribute(22, "class", "line-sign");
            builder.AddContent(23, Change switch { DiffRowKind.Added => "+", DiffRowKind.Removed => "−", _ => "" });
            builder.CloseElement();
        }

        builder.OpenElement(30, "code");
        builder.AddAttribute(31, "class", "line-text");
        foreach (var token in EmphasizedText.Split(Line.Tokens, Emphasis))
        {
            RenderToken(builder, line.Text.Substring(token.Start, token.Length), token);
        }

        builder.CloseElement();
        if (Problem is not null)
        {
            RenderNote(builder, Problem);
        }

        builder.CloseElement();
    }

    private void RenderNumber(RenderTreeBuilder builder)
    {
        var origin = Line.Line.Origin;
        builder.OpenElement(3, LeadsToFields ? "a" : "span");
        builder.AddAttribute(4, "class", "line-number");
        if (!LeadsToFields)
        {
            builder.AddAttribute(5, "aria-hidden", "true");
        }
        else
        {
            builder.AddAttribute(6, "tabindex", "-1");
            builder.AddAttribute(7, "href", EditorUrl.OfField(Slug, origin, Document));
            builder.AddAttribute(8, "aria-label", $"Go to {FieldName.Of(origin)}");
        }

        builder.CloseElement();
    }

    private static void RenderToken(RenderTreeBuilder builder, string text, EmphasizedToken token)
    {
        if (token.IsEmphasized)
        {
            builder.OpenElement(32, "mark");
        }

        if (token.Kind == TokenKind.Text)
        {
            builder.AddContent(33, text);
        }
        else
        {
            builder.OpenElement(34, "span");
            builder.AddAttribute(35, "class", TokenClasses.Of(token.Kind));
            builder.AddContent(36, text);
            builder.CloseElement();
        }

        if (token.IsEmphasized)
        {
            builder.CloseElement();
        }
    }

    private static void RenderNote(RenderTreeBuilder builder, LineProblem problem)
    {
        var name = Severities.Name(problem.Severity);
        builder.OpenElement(40, "span");
        builder.AddAttribute(41, "class", $"line-note line-note-{name.ToLowerInvariant()}");
        builder.AddContent(42, problem.More == 0
            ? $"{name} {problem.Code}: {problem.Message}"
            : $"{name} {problem.Code} and {problem.More} more: {problem.Message}");
        builder.CloseElement();
    }

    private string Class()
    {
        var change = Change switch
        {
            DiffRowKind.Added => " line-added",
            DiffRowKind.Removed => " line-removed",
            _ => "",
        };
        // Text that changes while the last change still glows begins a glow of its own: an animation of another name.
        var glow = !IsNew ? "" : _changes % 2 == 0 ? " line-new" : " line-new line-new-again";
        return $"line{change}{glow}{(Problem is null ? "" : " line-has-" + Severities.Name(Problem.Severity).ToLowerInvariant())}";
    }
}
