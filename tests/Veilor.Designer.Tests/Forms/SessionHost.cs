using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Forms;

/// <summary>Stands in for the editor's page over a real session, with its folder on the disk.</summary>
public sealed class SessionHost : ComponentBase, IDisposable
{
    private DesignEditor? _editor;

    [Parameter, EditorRequired]
    public required DesignSession Session { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    public DesignEditor Editor => _editor!;

    public void Dispose() => _editor?.Dispose();

    protected override void OnInitialized() => _editor = new DesignEditor(Session, InvokeAsync, StateHasChanged);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<IDesignEditor>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), _editor);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.ChildContent), ChildContent);
        builder.CloseComponent();
    }
}
