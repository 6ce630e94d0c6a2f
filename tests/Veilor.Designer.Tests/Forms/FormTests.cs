using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Registries;

namespace Veilor.Designer.Tests.Forms;

/// <summary>What tests of forms share: a rendered section over a design.</summary>
public abstract class FormTests : BunitContext
{
    protected FormTests()
    {
        Services.AddMudServices();
        Services.AddScoped<Announcer>();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero)));
        Services.AddSingleton(new DigestLookup("/nowhere/skopeo", "/nowhere/podman"));
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./js/fields.js").Mode = JSRuntimeMode.Loose;
    }

    private protected FakeEditor Editor { get; private set; } = new(new ImageDesign());

    private protected IRenderedComponent<EditorHost> Open(string section, ImageDesign? design = null)
    {
        Editor = new FakeEditor(design ?? new ImageDesign());
        return Again(section);
    }

    /// <summary>Opens a section of the same editor, as a person who goes there and back does.</summary>
    private protected IRenderedComponent<EditorHost> Again(string section) => Show(builder =>
    {
        builder.OpenComponent<SectionForm>(0);
        builder.AddComponentParameter(1, nameof(SectionForm.SectionId), section);
        builder.CloseComponent();
    });

    private protected IRenderedComponent<EditorHost> Show(RenderFragment content) =>
        Render<EditorHost>(parameters => parameters.Add(host => host.Editor, Editor).Add(host => host.ChildContent, content));

    /// <summary>The element that carries this path as its id.</summary>
    private protected static IElement ById(IRenderedComponent<EditorHost> page, string id) =>
        page.FindAll("[id]").Single(element => string.Equals(element.Id, id, StringComparison.Ordinal));

    private protected static IElement? FindById(IRenderedComponent<EditorHost> page, string id) =>
        page.FindAll("[id]").SingleOrDefault(element => string.Equals(element.Id, id, StringComparison.Ordinal));

    /// <summary>The button with this accessible name or text.</summary>
    private protected static IElement Button(IRenderedComponent<EditorHost> page, string name) =>
        page.FindAll("button").Single(button =>
            string.Equals(button.GetAttribute("aria-label") ?? button.TextContent.Trim(), name, StringComparison.Ordinal));
}
