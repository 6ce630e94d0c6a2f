using Microsoft.Playwright;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>A row is pressed where it is: the wheel rolls on for a while, and the list moves its rows to their places later still.</summary>
internal static class RestingLog
{
    /// <summary>Waits until the view of a log of one step has stood still for a while, with each plain row where its number says.</summary>
    public static Task RestAsync(this IPage page) => page.WaitForFunctionAsync(
        """
        () => {
            const pane = document.querySelector('[data-testid=log]');
            const origin = pane.firstElementChild.getBoundingClientRect().top;
            const stands = [...pane.querySelectorAll('[data-line]')].every(row => Math.abs(row.getBoundingClientRect().top - origin - 20 * Number(row.dataset.line)) < 2);
            const rest = window.rest;
            if (!stands || rest?.top !== pane.scrollTop) {
                window.rest = { top: stands ? pane.scrollTop : null, since: performance.now() };
                return false;
            }
            return performance.now() - rest.since > 300;
        }
        """);
}
