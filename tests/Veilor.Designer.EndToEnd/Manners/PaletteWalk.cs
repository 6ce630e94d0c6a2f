using Microsoft.Playwright;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>Steps in the palette, each waited for: the server moves the row.</summary>
internal static class PaletteWalk
{
    /// <summary>Goes one row down.</summary>
    public static async Task StepDownAsync(IPage page)
    {
        var active = await page.GetByTestId("palette-input").GetAttributeAsync("aria-activedescendant");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator($"[data-testid=palette-input]:not([aria-activedescendant='{active}'])").WaitForAsync();
    }
}
