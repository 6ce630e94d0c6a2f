using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Editor;

/// <summary>Shows the form of a section.</summary>
public sealed class SectionFormHost : ComponentBase
{
    private static readonly Type? Form = typeof(SectionFormHost).Assembly.GetType("Veilor.Designer.Components.Editor.Sections.SectionForm")
        ?? typeof(SectionFormHost).Assembly.GetType("Veilor.Designer.Components.Editor.SectionForm");

    [Parameter, EditorRequired]
    public required string SectionId { get; set; }

    [Parameter]
    public string? Focus { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Form is not null)
        {
            builder.OpenComponent(0, Form);
            builder.AddComponentParameter(1, nameof(SectionId), SectionId);
            builder.AddComponentParameter(2, nameof(Focus), Focus);
            builder.CloseComponent();
            return;
        }

        foreach (var field in DesignFields.FindSection(SectionId)!.Fields)
        {
            builder.OpenElement(3, "p");
            builder.AddAttribute(4, "id", field.Path.Value);
            builder.AddContent(5, $"{field.Label}: {field.Help}");
            builder.CloseElement();
        }
    }
}
