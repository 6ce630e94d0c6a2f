using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>What is half typed outlives a reload of the page, with its error, and goes when it is mended.</summary>
public sealed class DraftTests(Browser browser)
{
    [Fact]
    public async Task A_text_that_is_not_valid_yet_is_there_again_after_a_reload()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "system");
        var page = started.Walk.Page;
        var host = page.Locator("[id='system.hostname']");
        var before = await host.InputValueAsync();
        await host.FillAsync("not a host name");
        await host.BlurAsync();
        await Assertions.Expect(host).ToHaveAttributeAsync("aria-invalid", "true");
        await page.WaitForFunctionAsync("() => (sessionStorage.getItem('veilor-designer-drafts:veilor-os') ?? '').includes('not a host name')");

        await page.ReloadAsync();
        await Assertions.Expect(host).ToHaveValueAsync("not a host name", new() { Timeout = 20_000 });
        await Assertions.Expect(host).ToHaveAttributeAsync("aria-invalid", "true");
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.SeesAsync(before);

        await host.FillAsync("mended");
        await started.Walk.SeesAsync("mended");
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('veilor-designer-drafts:veilor-os') === null");
        await started.Walk.SavedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(host).ToHaveValueAsync("mended", new() { Timeout = 20_000 });
        await Assertions.Expect(host).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }
}
