using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Forms;

/// <summary>Stands in for the editor's page: cascades the editor and renders again after every edit.</summary>
public sealed class EditorHost : ComponentBase, IDisposable
{
    [Parameter, EditorRequired]
    public required IDesignEditor Editor { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    public void Dispose() => ((FakeEditor)Editor).OnChange = null;

    protected override void OnInitialized() => ((FakeEditor)Editor).OnChange = Refresh;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<IDesignEditor>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Editor);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.ChildContent), ChildContent);
        builder.CloseComponent();
    }

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
