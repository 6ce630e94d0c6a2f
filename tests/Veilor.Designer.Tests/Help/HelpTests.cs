using System.Text.RegularExpressions;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Help;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Help;

public sealed class HelpTests
{
    private static readonly HelpLibrary Library = new(ContentRoot.BesideExecutable());

    public static TheoryData<string> Expected =>
    [
        HelpIds.Start,
        .. DesignFields.Sections.Select(section => HelpIds.OfSection(section.Id)),
        .. DesignFields.All.Select(each => HelpIds.OfField(each.Path)),
        .. DesignRules.All.Select(rule => HelpIds.OfCode(rule.Descriptor.Code)),
        .. new[] { "sharing", "snapshots", "changes", "routes", "bundle" }.Select(HelpIds.OfGuide),
        .. Catalogue.Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Catalogue =>
    [
        .. DesignCatalogue.Arguments.Select(HelpIds.Of),
        .. DesignCatalogue.Sysctls.Select(HelpIds.Of),
        .. DesignCatalogue.ModuleFamilies.Select(HelpIds.Of),
        .. DesignCatalogue.Services.Select(HelpIds.Of),
        .. DesignCatalogue.Packages.Select(HelpIds.Of),
        .. DesignCatalogue.Presets.Select(HelpIds.Of),
    ];

    [Theory]
    [MemberData(nameof(Expected))]
    public void Everything_has_a_page_that_renders_with_a_heading_and_text(string id)
    {
        var topic = Library.Find(id);
        Assert.NotNull(topic);
        var html = HelpRenderer.ToHtml(topic.Markdown);
        Assert.StartsWith("<h2", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.True(Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim().Length > topic.Title.Length + 10, html);
    }

    [Fact]
    public void No_two_pages_share_an_id_and_each_has_its_own_title_in_a_search()
    {
        Assert.Equal(Library.Topics.Count, Library.Topics.Select(topic => topic.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(DesignRules.All, rule => Assert.Equal(HelpIds.OfCode(rule.Descriptor.Code), Library.Search(rule.Descriptor.Code)[0].Id));
    }

    [Fact]
    public void Every_section_page_is_written_by_hand() =>
        Assert.All(DesignFields.Sections, section =>
        {
            var page = Library.Find(HelpIds.OfSection(section.Id))!.Markdown;
            Assert.StartsWith($"# {section.Title}\n", page, StringComparison.Ordinal);
            Assert.Contains("## What the tools do", page, StringComparison.Ordinal);
            Assert.Contains("## Traps", page, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_link_between_pages_leads_to_one()
    {
        var dead = Library.Topics
            .SelectMany(topic => Regex.Matches(HelpRenderer.ToHtml(topic.Markdown), "data-help=\"(?<topic>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(match => (topic.Id, Target: match.Groups[1].Value)))
            .Where(link => Library.Find(link.Target) is null);
        Assert.Empty(dead);
        Assert.DoesNotContain(Library.Topics, topic => HelpRenderer.ToHtml(topic.Markdown).Contains("help-dead-link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[a](javascript:alert(1))", "javascript:")]
    [InlineData("[a](data:text/html,x)", "data:text")]
    [InlineData("![a](https://example.org/pixel.png)", "<img")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript:")]
    public void A_page_cannot_bring_markup_or_requests_of_its_own(string markdown, string never) =>
        Assert.DoesNotContain(never, HelpRenderer.ToHtml("text " + markdown), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Links_to_the_web_open_in_a_tab_of_their_own()
    {
        var html = HelpRenderer.ToHtml("[a](https://example.org/x)");
        Assert.Contains("target=\"_blank\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VD5004", "code/VD5004")]
    [InlineData("vd5004", "code/VD5004")]
    [InlineData("kernel", "section/kernel")]
    [InlineData("system.hostname", "field/system.hostname")]
    [InlineData("users.accounts[admin].groups", "field/users.accounts")]
    [InlineData("sharing", "guide/sharing")]
    [InlineData("init_on_free=1", "argument/init_on_free")]
    public void A_person_finds_a_page_by_what_they_know_of_it(string words, string id) => Assert.Equal(id, Library.Guess(words)?.Id);

    [Fact]
    public void A_search_wants_every_word_and_puts_names_first()
    {
        Assert.Equal("field/system.hostname", Library.Search("host name")[0].Id);
        Assert.Contains(Library.Search("yescrypt"), topic => topic.Id == "section/users");
        Assert.Empty(Library.Search("hostname xyzzy"));
        Assert.Empty(Library.Search("  "));
    }
}
