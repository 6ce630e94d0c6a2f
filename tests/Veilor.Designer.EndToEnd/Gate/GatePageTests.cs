using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Gate;

/// <summary>The decision gate as a person uses it, by keyboard and by link.</summary>
public sealed class GatePageTests(Browser browser)
{
    private const string Design = """
        format = 1

        [image]
        name = "gate-sample"
        title = "Gate sample"

        [services]
        default_target = "graphical.target"

        [kernel]
        sysctls = ["kernel.dmesg_restrict = 1"]

        """;

    [Fact]
    public async Task The_gate_of_a_design_that_is_deleted_meanwhile_says_so()
    {
        using var workspace = new TemporaryFolder();
        workspace.Write("designs/gate-sample/design.toml", Design);
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url);
        var gate = await visit.Page.Context.NewPageAsync();
        await gate.GotoAsync(new Uri(designer.Url, "/designs/gate-sample/gate").AbsoluteUri);
        await Assertions.Expect(gate.GetByTestId("verdict")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete Gate sample" }).ClickAsync();
        await Assertions.Expect(gate.GetByRole(AriaRole.Heading, new() { Name = "There is no design here" })).ToBeVisibleAsync();
        await Assertions.Expect(gate.GetByTestId("gate-gone")).ToContainTextAsync("went with it");
        Assert.False(Directory.Exists(Path.Combine(workspace.Path, "designs", "gate-sample")));
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    [Trait("Category", "Screenshots")]
    public async Task Evidence_risks_and_the_decision_are_recorded_and_stay(ColorScheme colours, string theme)
    {
        using var workspace = new TemporaryFolder();
        workspace.Write("designs/gate-sample/design.toml", Design);
        var iso = workspace.Write("elsewhere/anaconda.iso", new string(' ', 32_769) + "CD001");
        var image = workspace.Write("elsewhere/image.qcow2", new string(' ', 257) + "ustar");
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;

        await page.GotoAsync(new Uri(designer.Url, "/designs/gate-sample").AbsoluteUri);
        await page.GetByTestId("gate-link").ClickAsync();
        await page.WaitForURLAsync("**/designs/gate-sample/gate");
        var verdict = page.GetByTestId("verdict");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-verdict", "Open");
        await Assertions.Expect(verdict).ToContainTextAsync("0 of 7 criteria are met");

        var part = page.Locator("[data-part='documentation.tag']");
        await part.GetByTestId("record").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(part.GetByTestId("evidence-text")).ToBeFocusedAsync();
        await part.GetByTestId("evidence-save").ClickAsync();
        await Assertions.Expect(part).ToContainTextAsync("Evidence is a text, a link or a file name.");
        await part.GetByTestId("evidence-text").FillAsync("git tag v0.5.99-anaconda is pushed");
        await Screenshot.TakeAsync(page, $"gate-record-{theme}.png");
        await part.GetByTestId("evidence-save").ClickAsync();
        await Assertions.Expect(part).ToHaveAttributeAsync("data-state", "Met");
        await Assertions.Expect(part).ToContainTextAsync("Ticked by hand");

        await page.ReloadAsync();
        await Assertions.Expect(part).ToHaveAttributeAsync("data-state", "Met");
        Assert.Contains("part = \"documentation.tag\"", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "designs/gate-sample/gate.toml")), StringComparison.Ordinal);

        var risk = page.Locator("[data-risk='7']");
        await risk.GetByTestId("mark-risk").ClickAsync();
        await risk.GetByText("Unfixable", new() { Exact = true }).ClickAsync();
        await risk.GetByTestId("risk-note").FillAsync("The prompt stays on the wrong console.");
        await Screenshot.TakeAsync(page, $"gate-risk-{theme}.png");
        await risk.GetByTestId("risk-save").ClickAsync();
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-verdict", "Fail");
        var issue = await page.RunAndWaitForDownloadAsync(() => risk.GetByTestId("issue").ClickAsync());
        Assert.Equal("risk-07.md", issue.SuggestedFilename);
        Assert.Contains("The prompt stays on the wrong console.", await File.ReadAllTextAsync(await issue.PathAsync()), StringComparison.Ordinal);

        await page.GetByTestId("shipping").GetByText("Both: the bootc image").ClickAsync();
        await KeepAsync(page, "Bootc", image);
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-verdict", "Fail");
        await KeepAsync(page, "Anaconda", iso);
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-verdict", "Hybrid");
        Assert.EndsWith("CD001", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "kept/gate-sample/anaconda/anaconda.iso")), StringComparison.Ordinal);
        await Screenshot.TakeAsync(page, $"gate-shipping-{theme}.png");

        await page.GotoAsync(new Uri(designer.Url, "/designs/gate-sample/gate?criterion=install").AbsoluteUri);
        await Assertions.Expect(page.Locator("#criterion-install")).ToBeFocusedAsync();
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        var picture = await Screenshot.TakeAsync(page, $"gate-{theme}.png");
        Assert.Equal((1280, 720), Screenshot.SizeOf(picture));
        visit.AssertClean();
    }

    private static async Task KeepAsync(IPage page, string role, string path)
    {
        var kept = page.Locator($"[data-testid='kept'][data-role='{role}']");
        await kept.GetByTestId("keep-path").FillAsync(path);
        await kept.GetByTestId("keep").ClickAsync();
        await Assertions.Expect(kept).ToHaveAttributeAsync("data-there", "true");
    }
}
