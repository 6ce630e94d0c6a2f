using System.Net;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Sharing;
using Veilor.Designer.Tests.Hosting;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Sharing;

namespace Veilor.Designer.Tests.Security;

/// <summary>A shared link is a page like any other: the gate stands before it, and visiting it changes nothing.</summary>
public sealed class SharedLinkGateTests(RunningDesigner designer) : IClassFixture<RunningDesigner>
{
    private static string Link => DesignSharing.PathOf(DesignLink.Write(new ImageDesign(), null).Payload!);

    [Fact]
    public async Task A_link_that_is_clicked_in_another_page_or_a_chat_program_needs_the_token_and_keeps_the_design()
    {
        using var answer = await designer.GetAsync(
            designer.Url(Link), ("Accept", "text/html"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(Link, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-cors", "image")]
    [InlineData("cors", "empty")]
    [InlineData("navigate", "iframe")]
    public async Task Another_page_cannot_load_a_link_beside_its_own_content(string mode, string destination)
    {
        using var answer = await designer.GetWithCookieAsync(
            Link, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_visit_makes_nothing()
    {
        using var answer = await designer.GetWithCookieAsync(Link, ("Sec-Fetch-Site", "none"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(((DesignLibrary)designer.Host.Services.GetService(typeof(DesignLibrary))!).Slugs());
    }

    [Fact]
    public async Task The_longest_link_that_is_made_passes_the_server()
    {
        using var answer = await designer.GetWithCookieAsync(DesignSharing.PathOf("2" + new string('A', DesignLink.MaximumPayload - 1)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
