using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Manners;

namespace Veilor.Designer.EndToEnd.Preview;

/// <summary>The preview as a person uses it: fields light lines, lines lead to fields, files are found, split and compared.</summary>
public sealed class PreviewWalkTests(Browser browser)
{
    private const string Containerfile = "Containerfile";
    private const string Arguments = "rootfs/usr/lib/bootc/kargs.d/10-veilor-os-hardening.toml";

    /// <summary>A lit line has a bar at its edge; a line at rest has none.</summary>
    private const string Bar = "box-shadow";

    [Fact]
    public async Task The_field_under_the_pointer_lights_its_lines_and_marks_the_tabs()
    {
        await using var started = await StartAsync("system");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        var line = started.Walk.Document.Locator(".line").First;
        await Assertions.Expect(line).ToHaveCSSAsync(Bar, "none");

        await page.Locator("[data-field='system.hostname'] .field-help").HoverAsync();

        await Assertions.Expect(line).Not.ToHaveCSSAsync(Bar, "none");
        await Assertions.Expect(page.Locator("[role=tab][data-path='rootfs/etc/hostname']")).ToHaveAttributeAsync("data-lit", "1");
        await Assertions.Expect(page.Locator("[role=tab][data-path='design.toml']")).ToHaveAttributeAsync("data-lit", new Regex("[1-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(page.Locator($"[role=tab][data-path='{Arguments}']")).Not.ToHaveAttributeAsync("data-lit", new Regex(".", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // design.toml is the last of the tabs: it is out of view, and the list of files says so.
        await Assertions.Expect(page.GetByTestId("tree-toggle")).ToHaveAttributeAsync("data-lit", new Regex("[1-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.Locator(".app-bar-home").HoverAsync();
        await Assertions.Expect(line).ToHaveCSSAsync(Bar, "none");
        await Assertions.Expect(page.Locator("[role=tab][data-lit]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".preview [data-lit]")).ToHaveCountAsync(0);

        await page.Locator("[id='system.hostname']").FocusAsync();
        await Assertions.Expect(line).Not.ToHaveCSSAsync(Bar, "none");
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_line_lights_its_field_and_a_press_goes_there()
    {
        await using var started = await StartAsync("packages");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await page.Locator(".code .line").First.ClickAsync();

        await Assertions.Expect(page.GetByTestId("section-system")).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("line=1(?:&|$)", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.Locator(".app-bar-home").HoverAsync();
        await page.Locator(".code .line").First.HoverAsync();
        await Assertions.Expect(page.Locator("[data-lit-field]")).ToHaveCountAsync(1);
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task The_keyboard_walks_the_lines_explains_one_and_goes_to_its_field()
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.Document.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".line[data-current]")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync(" ");
        var card = page.GetByTestId("line-card");
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card).ToContainTextAsync("Host name");
        await Assertions.Expect(card.GetByText("hostname(5)")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToBeHiddenAsync();
        await Assertions.Expect(started.Walk.Document).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToBeFocusedAsync();
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_pointer_that_rests_on_a_line_is_told_why_it_is_there()
    {
        await using var started = await StartAsync("kernel");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync(Arguments);

        await page.Locator(".code .line", new() { HasText = "init_on_free=1" }).HoverAsync();

        var card = page.GetByTestId("line-card");
        await Assertions.Expect(card).ToContainTextAsync("init_on_free=1");
        await Assertions.Expect(card).ToContainTextAsync("Advised by");
        await card.Locator(".card-rules").HoverAsync();
        await Assertions.Expect(card).ToBeVisibleAsync();
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task All_files_are_searched_with_the_keyboard()
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await started.Walk.Document.FocusAsync();
        await page.Keyboard.PressAsync("Control+f");
        await Assertions.Expect(page.Locator("#find-text")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("init_on_free");
        await Assertions.Expect(page.GetByTestId("find-count")).ToHaveTextAsync(new Regex("^[0-9]+ in [0-9]+ files$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("find-count")).ToHaveTextAsync(new Regex("^1 of ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", Arguments);
        await page.WaitForFunctionAsync("() => CSS.highlights.get('preview-hit-current')?.size === 1");
        await page.Keyboard.PressAsync("F3");
        await Assertions.Expect(page.GetByTestId("find-count")).ToHaveTextAsync(new Regex("^2 of ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(started.Walk.Document).Not.ToHaveAttributeAsync("data-path", Arguments);
        await page.Keyboard.PressAsync("Shift+F3");
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", Arguments);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByTestId("find")).ToHaveCountAsync(0);
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_pattern_is_searched_anew_with_each_key_and_no_key_is_lost()
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await started.Walk.Document.FocusAsync();
        await page.Keyboard.PressAsync("Control+f");
        await Assertions.Expect(page.Locator("#find-text")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Regular expression" }).ClickAsync();
        await page.Locator("#find-text").FocusAsync();

        await page.Keyboard.TypeAsync("^FROM quay.io/fed[a-z]+/");
        await Assertions.Expect(page.Locator("#find-text")).ToHaveValueAsync("^FROM quay.io/fed[a-z]+/");
        await Assertions.Expect(page.GetByTestId("find-count")).ToHaveTextAsync("1 in 1 file");
        await page.Locator("#find-text").FillAsync("^nothing like that$");
        await Assertions.Expect(page.GetByTestId("find-count")).ToHaveTextAsync("Not found");
        await page.Locator("#find-text").FillAsync("^FROM ");
        await Assertions.Expect(page.GetByTestId("find-count")).ToHaveTextAsync("1 in 1 file");
        started.Visit.AssertClean();
    }

    [Theory]
    [InlineData("?doc=rootfs/etc/nothing.conf&line=5", "There is no rootfs/etc/nothing.conf in this bundle.")]
    [InlineData("?doc=Containerfile&line=9999", "there is no line 9999.")]
    [InlineData("?doc=Containerfile&line=abc&pin=perhaps", null)]
    [InlineData("?doc=Containerfile&line=99999999999", null)]
    public async Task An_address_that_asks_for_what_is_not_there_says_so_and_marks_nothing(string query, string? says)
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await page.GotoAsync(new Uri(new Uri(page.Url), query).AbsoluteUri);
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", "Containerfile");
        if (says is not null)
        {
            await Assertions.Expect(page.GetByTestId("missing")).ToContainTextAsync(says);
            await Assertions.Expect(page.Locator(".line[data-current]")).ToHaveCountAsync(0);
            await page.GetByTestId("missing").GetByRole(AriaRole.Button).ClickAsync();
        }

        await Assertions.Expect(page.GetByTestId("missing")).ToHaveCountAsync(0);
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task Two_files_stay_side_by_side_over_sections_and_a_reload()
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await page.GetByTestId("split").ClickAsync();
        await page.GetByLabel("The second file", new() { Exact = true }).SelectOptionAsync("design.toml");
        var beside = page.GetByTestId("document-beside");
        await Assertions.Expect(beside).ToHaveAttributeAsync("data-path", "design.toml");

        await started.Walk.OpenSectionAsync("packages");
        await page.ReloadAsync();
        await Assertions.Expect(beside).ToContainTextAsync("format = 1");
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", Containerfile);

        await started.Walk.SwitchAsync("Search the packages", "htop", "htop", isOn: false);
        await Assertions.Expect(beside).Not.ToContainTextAsync("\"htop\"");
        await started.Walk.MissesAsync("htop");
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task Home_and_End_go_to_the_ends_of_a_file_and_Ctrl_Enter_on_a_tab_opens_it_beside()
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync(Containerfile);
        await started.Walk.Document.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(started.Walk.Document.Locator(".line[data-current]")).ToHaveTextAsync("RUN bootc container lint");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(started.Walk.Document.Locator(".line[data-current]")).ToContainTextAsync("# Written by Veilor Designer");

        var tab = page.Locator(".preview-tab[data-path='README.md']");
        await tab.FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByTestId("document-beside")).ToHaveAttributeAsync("data-path", "README.md");
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_function_that_many_fields_need_is_lit_for_none_and_leads_to_none()
    {
        await using var started = await StartAsync("services");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync("test/inside-image.sh");
        var function = started.Walk.Document.Locator(".line").Filter(new() { HasText = "passes() {" });
        await Assertions.Expect(function.Locator("a.line-number")).ToHaveCountAsync(0);
        await Assertions.Expect(function).Not.ToHaveAttributeAsync("data-from", new Regex(".", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await function.HoverAsync();
        await Assertions.Expect(page.GetByTestId("line-card")).ToContainTextAsync("Used by the lines of");
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_line_of_a_list_leads_to_its_item_and_not_to_what_removes_it()
    {
        await using var started = await StartAsync("kernel");
        await started.Walk.ShowAsync("rootfs/etc/sysctl.d/60-veilor-os.conf");
        await started.Walk.Document.Locator(".line").Filter(new() { HasText = "kernel.printk" }).ClickAsync();
        await Assertions.Expect(started.Walk.Page.Locator("[id='kernel.sysctls[kernel.printk = 3 3 3 3]']")).ToBeFocusedAsync();
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task Long_lines_are_wrapped_and_unwrapped_by_one_button()
    {
        await using var started = await StartAsync("packages");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync(Containerfile);
        var code = started.Walk.Document;
        Assert.True(await ScrollsSidewaysAsync());

        await page.GetByTestId("wrap").ClickAsync();
        await Assertions.Expect(page.GetByTestId("wrap")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.False(await ScrollsSidewaysAsync());

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("wrap")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.False(await ScrollsSidewaysAsync());

        await page.GetByTestId("wrap").ClickAsync();
        await Assertions.Expect(page.GetByTestId("wrap")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.True(await ScrollsSidewaysAsync());

        Task<bool> ScrollsSidewaysAsync() => code.EvaluateAsync<bool>("code => code.scrollWidth > code.clientWidth");
    }

    [Fact]
    public async Task A_link_to_a_line_survives_a_reload()
    {
        await using var started = await StartAsync("image", width: 1280, height: 720);
        var page = started.Walk.Page;
        await page.GotoAsync(new Uri(new Uri(page.Url), "?doc=design.toml&line=300").AbsoluteUri);
        var current = page.Locator(".line[data-current]");
        await Assertions.Expect(current).ToBeInViewportAsync();
        var text = await current.Locator(".line-text").TextContentAsync();

        await page.ReloadAsync();
        await Assertions.Expect(current).ToBeInViewportAsync();
        Assert.Equal(text, await current.Locator(".line-text").TextContentAsync());
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task The_tree_shows_every_file_and_says_which_are_binary()
    {
        await using var started = await StartAsync("image");
        var page = started.Walk.Page;
        await page.GetByTestId("tree-toggle").ClickAsync();
        var tree = page.GetByTestId("file-tree");
        await tree.Locator(".tree-folder[title='assets/']").ClickAsync();
        await tree.Locator(".tree-folder[title='assets/plymouth/']").ClickAsync();
        await tree.Locator(".tree-folder[title='assets/plymouth/veilor/']").ClickAsync();
        var picture = tree.Locator("[data-path='assets/plymouth/veilor/logo.png']");
        await Assertions.Expect(picture).ToContainTextAsync("binary");
        await picture.ClickAsync();
        await Assertions.Expect(started.Walk.Document).ToContainTextAsync("SHA-256");

        await tree.Locator("[data-path='design.toml']").ClickAsync();
        await started.Walk.SeesAsync("format = 1");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(tree.Locator("[data-path='design.toml']")).Not.ToBeFocusedAsync();
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_changed_line_is_lit_for_a_while_even_without_motion()
    {
        await using var started = await StartAsync("system");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.FillAsync("system.hostname", "another");
        await started.Walk.SeesAsync("another");

        var line = started.Walk.Document.Locator(".line-new");
        Assert.Equal("1.8s", await line.EvaluateAsync<string>("line => getComputedStyle(line, '::before').animationDuration"));
        Assert.Equal("step-end", await line.EvaluateAsync<string>("line => getComputedStyle(line, '::before').animationTimingFunction.replace('steps(1)', 'step-end')"));
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task What_changed_since_the_design_was_opened_is_shown_line_by_line()
    {
        await using var started = await StartAsync("system");
        var page = started.Walk.Page;
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.FillAsync("system.hostname", "another");
        await started.Walk.SeesAsync("another");

        await page.GetByLabel("Compare with").ClickAsync();
        await page.GetByText("When it was opened").ClickAsync();

        await Assertions.Expect(started.Walk.Document.Locator(".line-removed .line-text")).ToHaveTextAsync("veilor-os");
        await Assertions.Expect(started.Walk.Document.Locator(".line-added .line-text")).ToHaveTextAsync("another");
        await Assertions.Expect(page.GetByTestId("compared")).ToContainTextAsync("files differ");
        await started.Walk.FillAsync("system.hostname", "veilor-os");
        await Assertions.Expect(page.GetByTestId("compared")).ToContainTextAsync("no file differs");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("compared")).ToContainTextAsync("When it was opened");
        await page.GetByTestId("compare-stop").ClickAsync();
        await Assertions.Expect(page.GetByTestId("compared")).ToHaveCountAsync(0);
        started.Visit.AssertClean();
    }

    [Fact]
    public async Task A_pinned_file_stays_and_another_follows_the_section()
    {
        await using var started = await StartAsync("image");
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.OpenSectionAsync("packages");
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", Containerfile);

        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.Page.GetByTestId("pin").ClickAsync();
        await Assertions.Expect(started.Walk.Page.GetByTestId("pin")).ToHaveAttributeAsync("aria-pressed", "true");
        await started.Walk.OpenSectionAsync("kernel");
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", "rootfs/etc/hostname");
        started.Visit.AssertClean();
    }

    private Task<StartedEditor> StartAsync(string section, int width = 1440, int height = 900) =>
        StartedEditor.StartAsync(browser, "veilor-os", section, width: width, height: height);
}
