using Microsoft.Playwright;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>A list of hundreds of rows is in the page piece by piece, and the keyboard does not notice.</summary>
public sealed class LongListTests(Browser browser)
{
    private const string Search = "e";
    private const string PackageRows = "[data-catalogue=packages] .toggle-row";

    /// <summary>In the order of the page: by purpose.</summary>
    private static readonly string[] Found =
    [
        .. DesignCatalogue.PackageGroups.SelectMany(group => DesignCatalogue.Packages
            .Where(package => package.Matches(Search) && string.Equals(package.Purpose, group.Id, StringComparison.Ordinal))
            .Select(package => $"catalogue:package:{package.Name}")),
    ];

    [Fact]
    public async Task The_page_holds_a_part_of_the_packages_and_the_Tab_key_reaches_each_in_order()
    {
        Assert.InRange(Found.Length, 200, int.MaxValue);
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "packages");
        var page = started.Walk.Page;
        await page.GetByLabel("Search the packages").FillAsync(Search);
        var first = page.Locator($"[id='{Found[0]}']");
        await first.WaitForAsync();
        await ExpectAPartAsync(page, PackageRows, Found.Length / 2);

        await first.FocusAsync();
        var reached = new List<string> { Found[0] };
        var most = 0;
        while (reached.Count < Found.Length)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.WaitForFunctionAsync("() => document.activeElement.id !== '' && !document.activeElement.matches('[data-piece]')");
            var id = await page.EvaluateAsync<string>("() => document.activeElement.id");
            if (!string.Equals(id, Found[reached.Count], StringComparison.Ordinal))
            {
                break;
            }

            reached.Add(id);
            most = Math.Max(most, await page.Locator(PackageRows).CountAsync());
        }

        Assert.Equal(Found, reached);
        Assert.InRange(most, 1, Found.Length / 2);
        await Assertions.Expect(page.Locator($"[id='{Found[^1]}']")).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator($"[id='{Found[^2]}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator($"[id='{Found[^2]}']")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_list_that_rolls_by_itself_shows_its_last_row_and_an_address_any_of_them()
    {
        var last = DesignCatalogue.Services[^1].Unit.ToString();
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "services");
        var page = started.Walk.Page;
        await page.Locator(".unit-row").First.WaitForAsync();
        await ExpectAPartAsync(page, ".unit-row", DesignCatalogue.Services.Count / 2);

        await page.Locator(".units").EvaluateAsync("list => list.scrollTo(0, list.scrollHeight)");
        await Assertions.Expect(page.Locator(".unit-row").Last).ToBeInViewportAsync();
        await ExpectAPartAsync(page, ".unit-row", DesignCatalogue.Services.Count / 2);

        await page.GotoAsync($"{page.Url.Split('?')[0]}?focus=catalogue:unit:{last}");
        await Assertions.Expect(page.Locator($"[id='catalogue:unit:{last}']")).ToBeFocusedAsync();
    }

    private static Task ExpectAPartAsync(IPage page, string rows, int most) => page.WaitForFunctionAsync(
        "([rows, most]) => { const count = document.querySelectorAll(rows).length; return count > 0 && count <= most; }", new object[] { rows, most });
}
