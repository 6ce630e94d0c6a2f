using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>The build page in a window of 1280×720: what starts a build is seen, and commands are read without a break at every word.</summary>
public sealed class BuildPageWindowTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task Whatever_is_to_know_of_the_machine_the_button_is_in_the_window_and_commands_have_room(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/build").AbsoluteUri);
        await page.GetByLabel("qcow2").First.CheckAsync();
        await page.GetByTestId("choose-boot").ClickAsync();
        // A builder that no distribution installs: its command is among what is to know.
        await page.GetByLabel("installed on this machine").CheckAsync();
        var command = page.GetByTestId("preflight").GetByTestId("command");
        await Assertions.Expect(command.First).ToBeVisibleAsync();
        await Screenshot.TakeAsync(page, $"build-page-{theme}.png");
        await Assertions.Expect(page.GetByTestId("build")).ToBeInViewportAsync(new() { Ratio = 1 });
        var (list, box) = ((await page.GetByTestId("preflight").BoundingBoxAsync())!, (await command.First.BoundingBoxAsync())!);
        Assert.True(box.Width > list.Width * 0.9, string.Create(CultureInfo.InvariantCulture, $"{box.Width} of {list.Width} pixels"));

        await page.SetViewportSizeAsync(390, 844);
        await Screenshot.TakeAsync(page, $"build-page-narrow-{theme}.png");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.SetViewportSizeAsync(1280, 720);
        await page.GotoAsync(new Uri(designer.Url, "/runs").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("retention-note")).ToBeVisibleAsync();
        await Screenshot.TakeAsync(page, $"runs-{theme}.png");
        await page.GetByTestId("back-to-designs").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your designs" })).ToBeVisibleAsync();
        visit.AssertClean();
    }
}
