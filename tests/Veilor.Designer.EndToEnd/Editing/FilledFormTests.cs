using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Manners;

namespace Veilor.Designer.EndToEnd.Editing;

/// <summary>The forms of the disk, the files and the scripts with something in them, judged by axe and walked with the keyboard alone.</summary>
public sealed class FilledFormTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Filled_forms_have_no_grave_finding(ColorScheme colours)
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "storage", colours);
        var (walk, page) = (started.Walk, started.Walk.Page);
        var findings = new List<string>();

        await page.Locator("details:has([data-preset]) > summary").ClickAsync();
        await page.Locator("[data-preset='lvm']").ClickAsync();
        await walk.FillAsync("storage.partitions[system].mount_options", "noatime");
        await LookAsync("storage");

        await walk.OpenSectionAsync("overlay");
        await page.Locator("[data-testid=content-browser][data-ready]").WaitForAsync();
        await UploadAsync(page, "motd", "hello\n");
        await page.Locator("#file-text").WaitForAsync();
        await page.Locator("[id='overlay.files:folder']").FillAsync("overlay/run/");
        await page.Keyboard.PressAsync("Tab");
        await UploadAsync(page, "x", "x\n");
        await page.Locator("[data-path='overlay/run/x']").WaitForAsync();
        await LookAsync("files");

        await walk.OpenSectionAsync("scripts");
        await page.Locator("[data-testid=content-browser][data-ready]").WaitForAsync();
        await UploadAsync(page, "a.sh", "#!/bin/sh\n");
        await page.Locator("select[aria-label='When a.sh runs']").SelectOptionAsync("scripts.first_boot");
        await page.Locator("[id='scripts.first_boot[a.sh]']").WaitForAsync();
        await UploadAsync(page, "b.sh", "#!/bin/sh\n");
        await page.Locator("select[aria-label='When b.sh runs']").WaitForAsync();
        await LookAsync("scripts");

        Assert.Empty(findings);
        started.Visit.AssertClean();

        async Task LookAsync(string name)
        {
            await page.StandStillAsync();
            var result = await page.Locator(".editor-form").RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            findings.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} at {node.Target} {node.Html}")));
        }
    }

    [Fact]
    public async Task A_file_is_made_edited_deleted_and_brought_back_with_the_keyboard_alone()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "overlay");
        var (walk, page) = (started.Walk, started.Walk.Page);
        await page.Locator("[data-testid=content-browser][data-ready]").WaitForAsync();

        await TabToAsync(page, "New file");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[id='overlay.files:new']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("etc/issue");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#file-text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Welcome");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByTestId("undo")).ToHaveAttributeAsync("title", "Undo: edit overlay/etc/issue (Ctrl+Z)");
        var file = Path.Combine(started.Workspace.Path, "designs", "minimal", "overlay", "etc", "issue");
        Assert.Equal("Welcome", await File.ReadAllTextAsync(file));

        await TabBackToTreeAsync(page);
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("[role=treeitem]")).ToHaveCountAsync(0);
        Assert.False(File.Exists(file));
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("[data-path='overlay/etc/issue']")).ToBeVisibleAsync();
        Assert.Equal("Welcome", await File.ReadAllTextAsync(file));
        started.Visit.AssertClean();
    }

    private static Task UploadAsync(IPage page, string name, string text) => page.GetByTestId("upload-files")
        .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    private static async Task TabToAsync(IPage page, string button)
    {
        await page.Locator("[id='overlay.files:folder']").FocusAsync();
        for (var i = 0; i < 5 && await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()") != button; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }

    private static async Task TabBackToTreeAsync(IPage page)
    {
        for (var i = 0; i < 12 && await page.EvaluateAsync<string?>("() => document.activeElement.getAttribute('role')") != "tree"; i++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
        }
    }
}
