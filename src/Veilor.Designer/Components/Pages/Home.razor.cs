using Microsoft.AspNetCore.Components;
using MudBlazor;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Pages;

/// <summary>The gallery: a person's designs, and the templates to start from.</summary>
public sealed partial class Home : ComponentBase
{
    private IReadOnlyList<DesignEntry> _designs = [];
    private IReadOnlyList<TemplateEntry> _templates = [];
    private DateTimeOffset _now;
    private string _problem = "";

    [Inject]
    public required DesignLibrary Designs { get; init; }

    [Inject]
    public required TemplateLibrary Templates { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    protected override void OnInitialized()
    {
        _templates = Templates.List();
        Refresh();
    }

    private void Refresh()
    {
        _now = Time.GetUtcNow();
        _designs = Designs.List();
    }

    private void Create(TemplateEntry template)
    {
        var created = Designs.CreateFromTemplate(template.Name);
        _problem = created.Problem;
        if (created.Value is { } slug)
        {
            Navigation.NavigateTo(EditorUrl.Of(slug));
        }
    }

    private void Duplicate(DesignEntry design)
    {
        _problem = Designs.Duplicate(design.Slug).Problem;
        Refresh();
    }

    private void Delete(DesignEntry design)
    {
        var result = Designs.Delete(design.Slug);
        _problem = result.Problem;
        if (result.Value is { } deleted)
        {
            Snackbar.Add($"{deleted.Title} was moved to the trash.", Severity.Normal, options =>
            {
                options.Action = "Undo";
                options.ActionColor = Color.Primary;
                options.OnClick = _ => InvokeAsync(() => Restore(deleted));
            });
        }

        Refresh();
    }

    private void Restore(DeletedDesign deleted)
    {
        _problem = Designs.Restore(deleted).Problem;
        Refresh();
        StateHasChanged();
    }
}
