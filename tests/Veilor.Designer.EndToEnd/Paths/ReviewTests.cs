using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Paths;

/// <summary>What stands beside the form and the preview: changes, snapshots, routes, links and help.</summary>
public sealed class ReviewTests(Browser browser)
{
    /// <summary>How every hash that the form writes begins (crypt(5), sha512crypt).</summary>
    private const string Hash = "$6$";

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
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-row")).ToContainTextAsync("as it came");
        await PictureAsync(walk, "snapshots", colours);

        await walk.OpenSectionAsync("packages");
        await walk.SwitchAsync("Search the packages", "htop", "htop", isOn: false);
        await walk.Page.GetByTestId("snapshot-compare").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("change")).ToContainTextAsync("htop");
        await Assertions.Expect(walk.Page.GetByTestId("changes-count")).ToHaveTextAsync("1 difference");
        await walk.SeesAsync("lines that both have");
        await walk.SeesAsync("htop");
        await PictureAsync(walk, "changes", colours);

        await walk.Page.GetByTestId("dock-snapshots").ClickAsync();
        await walk.Page.GetByTestId("snapshot-restore").ClickAsync();
        await walk.Page.GetByTestId("dock-changes").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("changes-count")).ToHaveTextAsync("0 differences");
        await walk.Page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("changes-count")).ToHaveTextAsync("1 difference");

        await walk.Page.GetByTestId("dock-snapshots").ClickAsync();
        await walk.Page.WaitForURLAsync(url => url.Contains("panel=snapshots", StringComparison.Ordinal));
        await walk.Page.ReloadAsync();
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-row")).ToContainTextAsync("as it came");
        visit.AssertClean();
    }

    [Fact]
    public async Task The_keyboard_goes_into_the_panel_through_it_and_back()
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, ColorScheme.Light, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "minimal");
        await OpenAsync(walk, "review-snapshots");
        await Assertions.Expect(walk.Page.Locator("#dock-tab-snapshots")).ToBeFocusedAsync();
        await walk.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(walk.Page.GetByTestId("dock-routes")).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(walk.Page.GetByTestId("dock-routes")).ToBeFocusedAsync();
        await walk.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(walk.Page.Locator("#dock-tab-snapshots")).ToBeFocusedAsync();
        await walk.Page.GetByTestId("snapshot-name").FillAsync("first");
        await walk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-row")).ToContainTextAsync("first");
        await walk.OpenSectionAsync("system");
        await walk.FillAsync("system.hostname", "later");

        await walk.Page.GetByTestId("snapshot-restore").FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(walk.Page.Locator("[id='system.hostname']")).Not.ToHaveValueAsync("later");
        await walk.OpenSectionAsync("image");
        await walk.Page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(walk.Page.Locator("[id='system.hostname']")).ToHaveValueAsync("later");
        await Assertions.Expect(walk.Page.Locator("[id='system.hostname']")).ToBeFocusedAsync();

        await walk.Page.GetByTestId("snapshot-compare").FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(walk.Page.Locator("#dock-tab-changes")).ToBeFocusedAsync();
        await walk.Page.GetByTestId("dock-snapshots").ClickAsync();
        await walk.Page.GetByTestId("snapshot-delete").FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-name")).ToBeFocusedAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(walk.Page.GetByTestId("review-dock")).ToHaveCountAsync(0);
        await Assertions.Expect(walk.Page.Locator("#review-menu button")).ToBeFocusedAsync();
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
        await Assertions.Expect(walk.Page.Locator("[id='users.accounts[canary].full_name']")).ToBeFocusedAsync();
        var set = walk.Page.GetByRole(AriaRole.Button, new() { Name = "Set password of user canary", Exact = true });
        await walk.Page.Locator("form").Filter(new() { Has = set }).Locator("input[type=password]").FillAsync("canary of a long enough password");
        await Assertions.Expect(walk.Page.Locator("[id='users.accounts[canary].password:strength']")).Not.ToBeEmptyAsync();
        await set.ClickAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove password of user canary", Exact = true }).WaitForAsync();
        await walk.SavedAsync();
        Assert.Contains(Hash, await ReadAsync(workspace, "veilor-os"), StringComparison.Ordinal);

        await OpenAsync(walk, "review-share");
        await Assertions.Expect(walk.Page.GetByTestId("share-left-out")).ToContainTextAsync("canary");
        var address = new Uri(designer.Url, "/open?design=").AbsoluteUri;
        await Assertions.Expect(walk.Page.GetByTestId("share-link")).ToHaveValueAsync(new Regex("^" + Regex.Escape(address) + ".", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(walk.Page.GetByTestId("share-id")).ToHaveTextAsync(new Regex("^[0-9a-f]{64}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var link = await walk.Page.GetByTestId("share-link").InputValueAsync();
        Assert.DoesNotContain(Hash, Uri.UnescapeDataString(link), StringComparison.Ordinal);
        await PictureAsync(walk, "share", colours);

        await walk.Page.GotoAsync(link);
        await Assertions.Expect(walk.Page.Locator("h1").First).ToContainTextAsync("as a new design?");
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(workspace.Path, "designs")));
        await PictureAsync(walk, "open-link", colours);
        await walk.Page.GetByTestId("open-accept").ClickAsync();
        await walk.Page.WaitForURLAsync(new Regex("/designs/veilor-os-2", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var opened = await ReadAsync(workspace, "veilor-os-2");
        Assert.Contains("canary", opened, StringComparison.Ordinal);
        Assert.DoesNotContain(Hash, opened, StringComparison.Ordinal);
        visit.AssertClean();
    }

    [Fact]
    public async Task A_design_too_large_for_a_link_says_so_and_is_offered_as_a_file()
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, ColorScheme.Light, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "minimal");
        await walk.OpenSectionAsync("extra");
        // Digests do not compress.
        var lines = Enumerable.Range(0, 300).Select(number => "# " + Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(number))));
        await walk.FillAsync("extra.after_packages", string.Join('\n', lines));
        await Assertions.Expect(walk.Page.GetByTestId("undo")).ToHaveAttributeAsync("aria-label", new Regex("^Undo: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await walk.SavedAsync();

        await OpenAsync(walk, "review-share");
        await Assertions.Expect(walk.Page.GetByTestId("share-problem")).ToContainTextAsync("too large for a link");
        await Assertions.Expect(walk.Page.GetByTestId("share-link")).ToHaveCountAsync(0);
        var download = await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.GetByTestId("share-file").ClickAsync());
        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(archive.Entries, entry => entry.Name == "design.toml");
        visit.AssertClean();
    }

    [Fact]
    public async Task Every_other_side_of_a_comparison_is_one_choice_away()
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, ColorScheme.Light, 1280, 720);
        await EditorWalk.StartFromTemplateAsync(visit.Page, "server");
        await visit.Page.GotoAsync(designer.Url.AbsoluteUri);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "minimal");
        await OpenAsync(walk, "review-snapshots");
        await walk.Page.GetByTestId("snapshot-name").FillAsync("as it came");
        await walk.Page.GetByTestId("snapshot-take").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("snapshot-row")).ToContainTextAsync("as it came");
        await walk.OpenSectionAsync("system");
        await walk.FillAsync("system.hostname", "compared");
        await walk.ShowAsync("rootfs/etc/hostname");
        await walk.SeesAsync("compared");
        await walk.SavedAsync();

        foreach (var (choice, says) in new[]
        {
            ("Snapshot as it came", "files differ"), ("Template Minimal", "differ"), ("When it was opened", "differ"), ("Design server", "files differ"), ("Last save", "no file differs"),
        })
        {
            await walk.Page.Locator(".preview-compare button").First.ClickAsync();
            await walk.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = choice }).ClickAsync();
            var strip = walk.Page.GetByTestId("compared");
            await Assertions.Expect(strip).ToContainTextAsync(choice);
            await Assertions.Expect(strip).ToContainTextAsync(says);
        }

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
        await Assertions.Expect(walk.Page.GetByTestId("help-panel")).ToContainTextAsync("/etc/hostname");
        await Assertions.Expect(walk.Page).ToHaveURLAsync(new Regex("help=field%2Fsystem.hostname", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await PictureAsync(walk, "help", colours);

        await walk.Page.GetByTestId("help-search").FillAsync("yescrypt");
        await walk.Page.Locator(".help-results a").Filter(new() { HasText = "Users" }).First.ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("help-panel").Locator("h2").First).ToHaveTextAsync("Users");

        await walk.Page.ReloadAsync();
        await walk.ReadyAsync();
        await Assertions.Expect(walk.Page.GetByTestId("help-panel").Locator("h2").First).ToHaveTextAsync("Users");
        await walk.Page.GetByTestId("help-close").ClickAsync();
        await Assertions.Expect(walk.Page.GetByTestId("help-panel")).ToHaveCountAsync(0);
        await host.FocusAsync();
        await walk.Page.Keyboard.PressAsync("F1");
        await walk.Page.GetByTestId("help-panel").WaitForAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(host).ToBeFocusedAsync();
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
        await Assertions.Expect(walk.Page.GetByTestId("routes")).ToContainTextAsync("kickstart/iso.ks");
        await PictureAsync(walk, "routes", colours);
        visit.AssertClean();
    }

    private static Task<string> ReadAsync(TemporaryFolder workspace, string design) =>
        File.ReadAllTextAsync(Path.Combine(workspace.Path, "designs", design, "design.toml"), TestContext.Current.CancellationToken);

    private static async Task OpenAsync(EditorWalk walk, string item)
    {
        await walk.Page.GetByTestId("review-menu").Locator("button").First.ClickAsync();
        await walk.Page.GetByTestId(item).ClickAsync();
    }

    private static async Task PictureAsync(EditorWalk walk, string name, ColorScheme colours) =>
        Assert.NotEmpty(await Screenshot.TakeAsync(walk.Page, $"{name}-{(colours == ColorScheme.Light ? "light" : "dark")}.png"));
}
