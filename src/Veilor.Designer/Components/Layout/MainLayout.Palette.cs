using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Help;

namespace Veilor.Designer.Components.Layout;

/// <summary>What the palette finds on every page: other pages, the theme, designs and help.</summary>
public sealed partial class MainLayout
{
    IEnumerable<PaletteEntry> IPaletteSource.ListEntries() =>
    [
        Link("command:home", PaletteKind.Command, "Start page", "Designs and templates", "/"),
        Link("command:runs", PaletteKind.Command, "All builds", "What was built here, and how it ended", "/runs"),
        Link("command:preflight", PaletteKind.Command, "Can this machine build?", "What a build needs and what is there", "/preflight"),
        Link("command:open", PaletteKind.Command, "Open a link", "Make a design of an address", "/open"),
        Link("command:help", PaletteKind.Command, "Help", "Every page of it", HelpIds.Url(HelpIds.Start)),
        .. Enum.GetValues<ThemePreference>().Select(ThemeEntry),
        .. Designs.Slugs().Select(slug => Link($"design:{slug}", PaletteKind.Design, slug, "Open this design", EditorUrl.Of(slug))),
        .. Help.Topics.Where(topic => topic.Kind is HelpKind.Section or HelpKind.Guide or HelpKind.Diagnostic)
            .Select(topic => Link($"help:{topic.Id}", PaletteKind.Help, topic.Title, "Help page", HelpIds.Url(topic.Id))),
    ];

    private PaletteEntry Link(string id, PaletteKind kind, string title, string detail, string url) => new(id, kind, title, detail, () =>
    {
        Navigation.NavigateTo(url);
        return Task.CompletedTask;
    });

    private PaletteEntry ThemeEntry(ThemePreference preference) => new(
        $"command:theme-{preference.Name()}",
        PaletteKind.Command,
        $"Theme: {(preference == ThemePreference.System ? "as the system" : preference.Name())}",
        preference == _preference ? "It is in use" : "Light and dark, or what the system says",
        async () =>
        {
            await ChooseThemeAsync(preference);
            StateHasChanged();
        });
}
