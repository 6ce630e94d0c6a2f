using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Paths;

/// <summary>What stands beside the form and the preview: changes, snapshots, routes, links and help.</summary>
public sealed class ReviewTests(Browser browser)
{
    private static readonly LocatorAssertionsToContainTextOptions Soon = new() { Timeout = 30_000 };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_person_takes_a_snapshot_sees_what_changed_and_goes_back(ColorScheme colours)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await OpenAsync(walk, "review-snapshots");
        await walk.Page.GetByTestId("snapshot-name").FillAsync("as it came");
        await walk.Page.GetByTestId("snapshot-take").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-row")).ToContainTextAsync("as it came", Soon);
        await PictureAsync(walk, "snapshots", colours);

        await walk.OpenSectionAsync("packages");
        await walk.SwitchAsync("Search the packages", "htop", "htop", isOn: false);
        await walk.Page.GetByTestId("snapshot-compare").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("change")).ToContainTextAsync("htop", Soon);
        await Assertions.Expect(walk.Page.GetByTestId("changes-count")).ToHaveTextAsync("1 difference");
        await walk.SeesAsync("lines that both have");
        await walk.SeesAsync("htop");
        await PictureAsync(walk, "changes", colours);

        await walk.Page.GetByTestId("dock-snapshots").ClickAsync();
        await walk.Page.GetByTestId("snapshot-restore").ClickAsync();
        await walk.Page.GetByTestId("dock-changes").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("changes-count")).ToHaveTextAsync("0 differences", new() { Timeout = 30_000 });
        await walk.Page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("changes-count")).ToHaveTextAsync("1 difference", new() { Timeout = 30_000 });

        await walk.Page.GetByTestId("dock-snapshots").ClickAsync();
        await walk.Page.WaitForURLAsync(url => url.Contains("panel=snapshots", StringComparison.Ordinal));
        await walk.Page.ReloadAsync();
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-row")).ToContainTextAsync("as it came", Soon);
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_link_goes_round_and_never_holds_a_hash(ColorScheme colours)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.OpenSectionAsync("users");
        await walk.FillAsync("users.accounts:add", "canary");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Add user", Exact = true }).ClickAsync();
        await walk.SavedAsync();

        await OpenAsync(walk, "review-share");
        var link = await walk.Page.GetByTestId("share-link").InputValueAsync();
        Assert.StartsWith(new Uri(designer.Url, "/open?design=").AbsoluteUri, link, StringComparison.Ordinal);
        Assert.DoesNotContain("$6$", Uri.UnescapeDataString(link), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", await walk.Page.GetByTestId("share-id").InnerTextAsync());
        await PictureAsync(walk, "share", colours);

        await walk.Page.GotoAsync(link);
        await Assertions.Expect(walk.Page.Locator("h1").First).ToContainTextAsync("as a new design?", Soon);
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(workspace.Path, "designs")));
        await PictureAsync(walk, "open-link", colours);
        await walk.Page.GetByTestId("open-accept").ClickAsync();
        await walk.Page.WaitForURLAsync(new Regex("/designs/veilor-os-2", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 30_000 });
        Assert.Contains("canary", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "designs", "veilor-os-2", "design.toml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Help_opens_with_F1_at_the_field_and_gives_the_keyboard_back(ColorScheme colours)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.OpenSectionAsync("system");
        var host = walk.Page.Locator("[id='system.hostname']");
        await host.FocusAsync();
        await walk.Page.Keyboard.PressAsync("F1");
        await Assertions.Expect(walk.Page.GetByTestId("help-panel")).ToContainTextAsync("/etc/hostname", Soon);
        await Assertions.Expect(walk.Page).ToHaveURLAsync(new Regex("help=field%2Fsystem.hostname", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await PictureAsync(walk, "help", colours);

        await walk.Page.GetByTestId("help-search").FillAsync("yescrypt");
        await walk.Page.Locator(".help-results a").Filter(new() { HasText = "Users" }).First.ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("help-panel").Locator("h2").First).ToHaveTextAsync("Users", new() { Timeout = 30_000 });

        await walk.Page.ReloadAsync();
        await Assertions.Expect(walk.Page.GetByTestId("help-panel").Locator("h2").First).ToHaveTextAsync("Users", new() { Timeout = 30_000 });
        await walk.Page.GetByTestId("help-close").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("help-panel")).ToHaveCountAsync(0);
        await host.FocusAsync();
        await walk.Page.Keyboard.PressAsync("F1");
        await walk.Page.GetByTestId("help-panel").WaitForAsync(new() { Timeout = 30_000 });
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(host).ToBeFocusedAsync(new() { Timeout = 30_000 });
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Routes_show_where_each_fact_goes(ColorScheme colours)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await OpenAsync(walk, "review-routes");
        await Assertions.Expect(walk.Page.GetByTestId("routes")).ToContainTextAsync("kickstart/iso.ks", Soon);
        await PictureAsync(walk, "routes", colours);
        visit.AssertClean();
    }

    private static async Task OpenAsync(EditorWalk walk, string item)
    {
        await walk.Page.GetByTestId("review-menu").Locator("button").First.ClickAsync();
        await walk.Page.GetByTestId(item).ClickAsync();
    }

    private static async Task PictureAsync(EditorWalk walk, string name, ColorScheme colours) =>
        Assert.NotEmpty(await Screenshot.TakeAsync(walk.Page, $"{name}-{(colours == ColorScheme.Light ? "light" : "dark")}.png"));
}
