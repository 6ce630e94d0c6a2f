using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Paths;

/// <summary>
/// A published program is copied anywhere and started from anywhere: it finds its pages, style sheets, fonts and
/// templates beside itself. The full run publishes with the profile that people use; compiling everything ahead takes
/// minutes, so the others publish what is built.
/// </summary>
public sealed class PublishedProgramTests(Browser browser)
{
    private static readonly string[] Profile = ["-p:PublishProfile=standalone"];
    private static readonly string[] AsBuilt = ["--configuration", DesignerProcess.Configuration, "--no-build"];

    /// <summary>The large scripts and style sheets that came as they are on the disk.</summary>
    private const string UncompressedFiles = """
        () => performance.getEntriesByType('resource')
            .filter(each => /\.(css|js)$/.test(new URL(each.name).pathname) && each.decodedBodySize > 20000)
            .filter(each => each.encodedBodySize * 2 > each.decodedBodySize)
            .map(each => each.name)
        """;

    [Fact]
    public async Task It_works_from_another_working_directory()
    {
        using var published = new TemporaryFolder();
        using var workspace = new TemporaryFolder();
        await PublishAsync(published.Path);

        await using var designer = await DesignerProcess.StartPublishedAsync(Path.Combine(published.Path, "veilor-designer"), workspace.Path, directory: "/");
        await using var visit = await browser.OpenAsync(designer.Url);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.OpenSectionAsync("system");
        await walk.ShowAsync("rootfs/etc/hostname");
        await walk.FillAsync("system.hostname", "published");
        await walk.SeesAsync("published");

        var fonts = await visit.Page.EvaluateAsync<string[]>("async () => { await document.fonts.ready; return [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family); }");
        Assert.Contains(fonts, font => font.Contains("Inter", StringComparison.Ordinal));
        Assert.Equal("fixed", await visit.Page.Locator(".mud-appbar").First.EvaluateAsync<string>("bar => getComputedStyle(bar).position"));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(UncompressedFiles));
        visit.AssertClean();
    }

    private static async Task PublishAsync(string folder)
    {
        var isFull = string.Equals(Environment.GetEnvironmentVariable("VEILOR_TESTS_FULL"), "1", StringComparison.Ordinal);
        var result = await Cli.Wrap("dotnet")
            .WithArguments(["publish", RepositoryFiles.PathOf("src", "Veilor.Designer"), "--output", folder, .. isFull ? Profile : AsBuilt])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        Assert.True(result.IsSuccess, result.StandardOutput + result.StandardError);
    }
}
