using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>The editor in windows without room for all of its panes: each can be reached and read, and the page never scrolls sideways.</summary>
public sealed class NarrowEditorTests(Browser browser)
{
    /// <summary>What reaches out of its pane or out of the window, but what scrolls in a box of its own.</summary>
    private const string Overhang = """
        pane => {
            const found = [];
            if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
            const root = document.querySelector(pane);
            const edge = Math.min(innerWidth, root.getBoundingClientRect().right) + 1;
            if (root.scrollWidth > root.clientWidth + 1) found.push(`${pane} is ${root.scrollWidth} wide in ${root.clientWidth}`);
            for (const each of root.querySelectorAll('input, select, textarea, button, a, p, h2, h3, label, li')) {
                const box = each.getBoundingClientRect();
                const isClipped = each.closest('.table-scroll, .code, .preview-tabs, .visually-hidden, .skip-catalogue, pre, .disk-scroll');
                if (box.width > 2 && box.right > edge && !isClipped) found.push(`${each.tagName} ${each.id || each.textContent.trim().slice(0, 30)} ends at ${Math.round(box.right)} of ${Math.round(edge)}`);
            }
            for (const each of root.querySelectorAll('.item-text, .problem-text, .problem-place'))
                if (each.textContent.length > 12 && each.getBoundingClientRect().width < 80) found.push(`${each.textContent} is broken into pieces`);
            return found;
        }
        """;

    /// <summary>How many of some points of a pane show it, and not something that lies over it.</summary>
    private const string Uncovered = """
        pane => {
            const root = document.querySelector(pane);
            const box = root.getBoundingClientRect();
            let covered = 0;
            for (const x of [0.05, 0.5, 0.95])
                for (const y of [0.05, 0.5, 0.95])
                    if (!root.contains(document.elementFromPoint(box.left + x * box.width, box.top + y * box.height))) covered++;
            return covered === 0 && box.width >= 300 && box.height >= 200 ? '' : `${covered} of 9 covered, ${Math.round(box.width)} x ${Math.round(box.height)}`;
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task With_the_dock_open_help_and_the_preview_can_both_be_read(ColorScheme colours, string theme)
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "users", colours);
        var page = started.Walk.Page;
        await OpenDockAsync(page);
        await page.GetByTestId("help-button").ClickAsync();
        await Assertions.Expect(page.GetByTestId("help-panel")).ToBeVisibleAsync();
        await ExpectReadableAsync(page, ".help-panel", ".dock", ".editor-form");
        await Assertions.Expect(started.Walk.Document).ToBeHiddenAsync();
        await Screenshot.TakeAsync(page, $"help-and-dock-{theme}.png");

        await page.GetByTestId("side-preview").ClickAsync();
        await Assertions.Expect(started.Walk.Document).ToBeVisibleAsync();
        await ExpectReadableAsync(page, ".preview", ".dock", ".editor-form");
        await Assertions.Expect(page.GetByTestId("help-panel")).ToBeHiddenAsync();

        await page.SetViewportSizeAsync(1440, 900);
        await Assertions.Expect(page.GetByTestId("help-panel")).ToBeVisibleAsync();
        await ExpectReadableAsync(page, ".preview", ".dock", ".editor-form", ".help-panel");
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_telephone_shows_each_pane_by_itself(ColorScheme colours, string theme)
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "users", colours);
        var page = started.Walk.Page;
        await page.SetViewportSizeAsync(390, 844);
        foreach (var section in DesignFields.Sections)
        {
            await page.GetByTestId("pane-sections").ClickAsync();
            await page.GetByTestId($"section-{section.Id}").ClickAsync();
            await Assertions.Expect(page.Locator("#section-title")).ToHaveTextAsync(section.Title);
            await Assertions.Expect(page.Locator("#section-title")).ToBeInViewportAsync();
            await ExpectFitAsync(page, ".editor-form", section.Id);
            await Screenshot.TakeAsync(page, $"phone-{section.Id}-{theme}.png");
        }

        await page.GetByTestId("pane-preview").ClickAsync();
        await Assertions.Expect(started.Walk.Document).ToBeVisibleAsync();
        await ExpectReadableAsync(page, ".preview");
        await Screenshot.TakeAsync(page, $"phone-preview-{theme}.png");
        await started.Walk.Document.Locator(".line", new() { HasText = "dnf -y install" }).ClickAsync();
        await Assertions.Expect(page.Locator("#section-title")).ToHaveTextAsync("Packages");
        await ExpectReadableAsync(page, ".editor-form");

        await OpenDockAsync(page);
        await ExpectReadableAsync(page, ".dock");
        foreach (var panel in new[] { "snapshots", "routes", "changes" })
        {
            await page.GetByTestId($"dock-{panel}").ClickAsync();
            await Assertions.Expect(page.GetByTestId($"dock-{panel}")).ToHaveAttributeAsync("aria-selected", "true");
            if (panel == "routes")
                await page.GetByTestId("route").First.WaitForAsync();
            await ExpectFitAsync(page, ".dock-body", panel);
            await Screenshot.TakeAsync(page, $"phone-dock-{panel}-{theme}.png");
        }

        await page.GetByTestId("help-button").ClickAsync();
        await Assertions.Expect(page.GetByTestId("help-panel")).ToBeVisibleAsync();
        await ExpectReadableAsync(page, ".help-panel");
        await page.GetByTestId("problems-toggle").ClickAsync();
        await Assertions.Expect(page.GetByTestId("problem").First).ToBeInViewportAsync();
        await ExpectFitAsync(page, ".problems", "problems");
        await Screenshot.TakeAsync(page, $"phone-problems-{theme}.png");
        await page.GetByTestId("problem").First.Locator("a").ClickAsync();
        await Assertions.Expect(page.GetByTestId("pane-form")).ToHaveAttributeAsync("aria-pressed", "true");
        await ExpectAccessibleAsync(page);
        await page.GetByTestId("pane-preview").ClickAsync();
        await ExpectReadableAsync(page, ".preview");
        await ExpectAccessibleAsync(page);
        foreach (var command in new[] { "undo", "redo", "review-menu", "help-button", "gate-link", "build-link", "palette-open" })
            await Assertions.Expect(page.GetByTestId(command)).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_small_tablet_has_the_form_above_the_preview_and_help_in_its_place(ColorScheme colours, string theme)
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "users", colours);
        var page = started.Walk.Page;
        await page.SetViewportSizeAsync(768, 1024);
        foreach (var section in DesignFields.Sections)
        {
            await started.Walk.OpenSectionAsync(section.Id);
            await Assertions.Expect(page.Locator("#section-title")).ToHaveTextAsync(section.Title);
            await ExpectFitAsync(page, ".editor-form", section.Id);
        }

        await ExpectReadableAsync(page, ".editor-form", ".preview");
        await OpenDockAsync(page);
        await page.GetByTestId("help-button").ClickAsync();
        await Assertions.Expect(page.GetByTestId("help-panel")).ToBeVisibleAsync();
        await ExpectReadableAsync(page, ".editor-form", ".help-panel", ".dock");
        await Screenshot.TakeAsync(page, $"small-tablet-{theme}.png");
        await page.GetByTestId("side-preview").ClickAsync();
        await Assertions.Expect(started.Walk.Document).ToBeInViewportAsync();
        await page.GetByTestId("dock-close").ClickAsync();
        await page.GetByTestId("problems-toggle").ClickAsync();
        await ExpectFitAsync(page, ".problems", "problems");
    }

    private static async Task OpenDockAsync(IPage page)
    {
        await page.GetByTestId("review-menu").Locator("button").First.ClickAsync();
        await page.GetByTestId("review-changes").ClickAsync();
        await Assertions.Expect(page.GetByTestId("review-dock")).ToBeInViewportAsync();
    }

    private static async Task ExpectAccessibleAsync(IPage page)
    {
        await page.StandStillAsync();
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }

    private static async Task ExpectReadableAsync(IPage page, params IEnumerable<string> panes)
    {
        foreach (var pane in panes)
        {
            try
            {
                await page.WaitForFunctionAsync($"pane => ({Uncovered})(pane) === ''", pane);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"{pane}: {await page.EvaluateAsync<string>(Uncovered, pane)}");
            }
        }
    }

    private static async Task ExpectFitAsync(IPage page, string pane, string what)
    {
        var wide = await page.EvaluateAsync<string[]>(Overhang, pane);
        Assert.True(wide.Length == 0, $"{what}: {string.Join("; ", wide)}");
    }
}
