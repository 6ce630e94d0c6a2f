using System.ComponentModel;
using CliWrap;

namespace Veilor.Designer.Hosting;

/// <summary>Opens a URL in the person's browser.</summary>
public sealed partial class BrowserLauncher(ILogger<BrowserLauncher> logger)
{
    private const string Program = "xdg-open";
    private static readonly string[] DisplayVariables = ["DISPLAY", "WAYLAND_DISPLAY"];

    /// <summary>True when a browser window could be shown.</summary>
    public static bool HasDisplay(Func<string, string?> environment) =>
        DisplayVariables.Any(name => !string.IsNullOrEmpty(environment(name)));

    /// <summary>
    /// Asks the desktop to open <paramref name="url"/>. A desktop that cannot is no failure of the server: the link
    /// is printed as well. The launcher is never stopped from here: some wait for the browser they started.
    /// </summary>
    public async Task OpenAsync(Uri url)
    {
        try
        {
            var result = await Cli.Wrap(Program)
                .WithArguments([url.AbsoluteUri])
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync();
            if (!result.IsSuccess)
                LogNotOpened($"{Program} ended with status {result.ExitCode}");
        }
        catch (Win32Exception e)
        {
            LogNotOpened($"{Program} cannot be started: {e.Message}");
        }
    }

    [LoggerMessage(LogLevel.Warning, "The browser was not opened ({Reason}). Open the printed link by hand.")]
    private partial void LogNotOpened(string reason);
}
