using Microsoft.Playwright;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Manners;

namespace Veilor.Designer.EndToEnd.Screenshots;

/// <summary>Every section of the editor and the palette, in both themes.</summary>
public sealed class SectionScreenshotTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    [Trait("Category", "Screenshots")]
    public async Task Each_section_fits_the_smallest_window_beside_its_preview(ColorScheme colours, string theme)
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image", colours);
        var page = started.Walk.Page;
        foreach (var section in DesignFields.Sections)
        {
            await started.Walk.OpenSectionAsync(section.Id);
            await Assertions.Expect(page.Locator("#section-title")).ToHaveTextAsync(section.Title);
            await started.Walk.Document.Locator(".line").First.WaitForAsync();
            await page.Locator(".editor-form").EvaluateAsync("form => form.scrollTo(0, 0)");

            var picture = await Screenshot.TakeAsync(page, $"section-{section.Id}-{theme}.png");

            Assert.Equal((1280, 720), Screenshot.SizeOf(picture));
            await ExpectNoOverflowAsync(page, section.Id);
        }

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByTestId("palette-row").First.WaitForAsync();
        await page.Keyboard.TypeAsync("fire");
        await page.Locator(".palette-list[data-text='fire']").WaitForAsync();
        for (var step = 0; step < 10 && !(await page.Locator(".palette-foot").InnerTextAsync()).Contains("Ctrl+Enter", StringComparison.Ordinal); step++)
            await PaletteWalk.StepDownAsync(page);
        await Assertions.Expect(page.Locator(".palette-foot")).ToContainTextAsync("Ctrl+Enter to");
        Assert.NotEmpty(await Screenshot.TakeAsync(page, $"palette-{theme}.png"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    [Trait("Category", "Screenshots")]
    public async Task Each_section_fits_a_tablet_under_the_title_of_the_design(ColorScheme colours, string theme)
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os-paranoid", "image", colours, width: 820, height: 1180);
        var page = started.Walk.Page;
        var title = page.GetByTestId("design-title");
        await Assertions.Expect(title).ToHaveTextAsync("veilor-os, paranoid");
        Assert.InRange((await title.BoundingBoxAsync())!.Width, 80, 400);
        foreach (var section in DesignFields.Sections)
        {
            await started.Walk.OpenSectionAsync(section.Id);
            await Assertions.Expect(page.Locator("#section-title")).ToHaveTextAsync(section.Title);
            await ExpectNoOverflowAsync(page, section.Id);
        }

        Assert.NotEmpty(await Screenshot.TakeAsync(page, $"tablet-{theme}.png"));
    }

    /// <summary>Nothing is wider than the window, and no control of the form reaches out of it.</summary>
    private static async Task ExpectNoOverflowAsync(IPage page, string section)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => {
              const problems = [];
              if (document.documentElement.scrollWidth > innerWidth) problems.push(`the page is ${document.documentElement.scrollWidth} wide`);
              const form = document.querySelector('.editor-form');
              const edge = form.getBoundingClientRect().right + 1;
              if (form.scrollWidth > form.clientWidth) problems.push(`the form is ${form.scrollWidth} wide in ${form.clientWidth}`);
              for (const control of form.querySelectorAll('input, select, textarea, button')) {
                const box = control.getBoundingClientRect();
                if (box.width > 2 && box.right > edge && !control.closest('.table-scroll')) problems.push(`${control.id || control.textContent.trim()} ends at ${box.right}`);
              }
              return problems;
            }
            """);
        Assert.True(wide.Length == 0, $"{section}: {string.Join("; ", wide)}");
    }
}
