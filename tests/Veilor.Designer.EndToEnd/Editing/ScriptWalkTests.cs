using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Editing;

/// <summary>Scripts come in, get their moment, and are put in order by pointer and by keys.</summary>
public sealed class ScriptWalkTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, "scripts-light.png")]
    [InlineData(ColorScheme.Dark, "scripts-dark.png")]
    [Trait("Category", "Screenshots")]
    public async Task Scripts_get_their_moment_and_their_order(ColorScheme colours, string picture)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "minimal");
        await walk.OpenSectionAsync("scripts");
        await walk.Page.Locator("[data-testid=content-browser][data-ready]").WaitForAsync();
        await walk.Page.Locator(".script-phases[data-ready]").WaitForAsync();
        var page = walk.Page;
        await page.GetByTestId("upload-files").SetInputFilesAsync([.. new[] { "10-a.sh", "20-b.sh", "30-c.sh" }.Select(name => new FilePayload
        {
            Name = name,
            MimeType = "text/x-shellscript",
            Buffer = "#!/usr/bin/env bash\nset -euo pipefail\n"u8.ToArray(),
        })]);
        foreach (var name in new[] { "10-a.sh", "20-b.sh" })
        {
            await page.Locator($"select[aria-label='When {name} runs']").SelectOptionAsync("scripts.run");
        }

        await page.Locator("select[aria-label='When 30-c.sh runs']").SelectOptionAsync("scripts.first_boot");
        await Assertions.Expect(page.Locator("[id='scripts.first_boot[30-c.sh]']")).ToBeVisibleAsync();
        await walk.SeesAsync("COPY --chmod=0755 scripts/30-c.sh /usr/libexec/minimal/first-boot/30-c.sh");

        await DragAsync(page, "scripts.run[20-b.sh]", "scripts.run[10-a.sh]");
        await Assertions.Expect(page.Locator("[data-field='scripts.run'] .item-text")).ToHaveTextAsync(["20-b.sh", "10-a.sh"]);
        await page.Locator("[id='scripts.run[10-a.sh]:remove']").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("[data-field='scripts.run'] .item-text")).ToHaveTextAsync(["10-a.sh", "20-b.sh"]);
        await DragAsync(page, "scripts.run[20-b.sh]", "scripts.first_boot[30-c.sh]");
        await Assertions.Expect(page.Locator("[data-field='scripts.first_boot'] .item-text")).ToHaveTextAsync(["20-b.sh", "30-c.sh"]);

        await page.Locator("[data-field='scripts.before_packages']").ScrollIntoViewIfNeededAsync();
        var taken = await Screenshot.TakeAsync(page, picture);
        Assert.Equal((1280, 720), Screenshot.SizeOf(taken));
        await walk.SavedAsync();
        Assert.Contains("first_boot = [", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "designs", "minimal", "design.toml")), StringComparison.Ordinal);
        visit.AssertClean();
    }

    /// <summary>Drags a row by its grip to the upper part of another row.</summary>
    private static async Task DragAsync(IPage page, string row, string onto)
    {
        var grip = page.Locator($"[id='{row}'] .row-grip");
        await grip.ScrollIntoViewIfNeededAsync();
        var from = await grip.BoundingBoxAsync() ?? throw new InvalidOperationException("The grip is not on the page.");
        var to = await page.Locator($"[id='{onto}']").BoundingBoxAsync() ?? throw new InvalidOperationException("The row is not on the page.");
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 40, to.Y + 4, new MouseMoveOptions { Steps = 6 });
        await page.Mouse.UpAsync();
    }
}
