using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Help;
using Veilor.Designer.Hosting;
using Veilor.Designer.Tests.Workspace;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Editor;

/// <summary>What tests of pages share: a real workspace and the services of the application.</summary>
public abstract class EditorTests : BunitContext
{
    protected EditorTests()
    {
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Workspace.Time);
        Services.AddSingleton(Workspace.Templates);
        Services.AddSingleton(Workspace.Library);
        Services.AddSingleton(Workspace.Sessions);
        Services.AddSingleton(Workspace.Snapshots);
        Services.AddSingleton(Workspace.Comparisons);
        Services.AddSingleton(Workspace.Sharing);
        Services.AddSingleton(new HelpLibrary(ContentRoot.BesideExecutable()));
        Services.AddSingleton<ErrorReferences>();
        Services.AddSingleton(new Veilor.Designer.Registries.DigestLookup("/nowhere/skopeo", "/nowhere/podman"));
        Services.AddScoped<PaletteSources>();
        Services.AddScoped<Announcer>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        foreach (var module in new[] { "./js/fields.js", "./Components/Pages/DesignPage.razor.js", "./Components/Preview/PreviewPane.razor.js", "./Components/Help/HelpKeys.razor.js", "./js/clipboard.js" })
        {
            JSInterop.SetupModule(module).Mode = JSRuntimeMode.Loose;
        }
    }

    internal WorkspaceFixture Workspace { get; } = new();

    private protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private protected IRenderedComponent<DesignPage> Open(string slug, string? section = null, string query = "")
    {
        Navigation.NavigateTo($"/designs/{slug}/{section}{query}");
        return Render<DesignPage>(parameters => parameters.Add(page => page.Slug, slug).Add(page => page.SectionId, section));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Workspace.Dispose();
    }
}
