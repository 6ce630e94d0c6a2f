using Microsoft.Playwright;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>A page is judged by its looks when nothing moves: a menu that is still fading in has hardly any contrast.</summary>
internal static class StillPage
{
    /// <summary>Waits until what opens or closes has done so. What moves without end, such as a sign of work, is not waited for.</summary>
    public static async Task StandStillAsync(this IPage page) => await page.WaitForFunctionAsync(
        """
        () => document.getAnimations().every(each => each.playState !== 'running' || each.effect?.getComputedTiming().iterations === Infinity)
            && [...document.querySelectorAll('.mud-popover-open')].every(each => getComputedStyle(each).opacity === '1')
        """);
}
