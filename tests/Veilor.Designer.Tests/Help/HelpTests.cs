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

    [Theory]
    [InlineData("bootc, docs/src/building/kernel-arguments.md.", "https://bootc-dev.github.io/bootc/building/kernel-arguments.html")]
    [InlineData("bootc, filesystem.md.", "https://bootc-dev.github.io/bootc/filesystem.html")]
    [InlineData("useradd(8), exit values; bootc, crates/lib/src/lints.rs.", "https://github.com/bootc-dev/bootc/blob/main/crates/lib/src/lints.rs")]
    [InlineData("sysctl.d(5).", "https://manpages.debian.org/sysctl.d.5")]
    [InlineData("systemd.unit(5), [Install]; tried with systemd 252.", "https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html")]
    [InlineData("secureblue, issue 268; chrony.conf(5).", "https://github.com/secureblue/secureblue/issues/268")]
    [InlineData("Kicksecure, security-misc, issue 159.", "https://github.com/Kicksecure/security-misc/issues/159")]
    [InlineData("osbuild/bootc-image-builder#138.", "https://github.com/osbuild/bootc-image-builder/issues/138")]
    [InlineData("Linux kernel,\nkernel-parameters.txt, panic=.", "https://docs.kernel.org/admin-guide/kernel-parameters.html")]
    public void A_source_leads_to_its_document(string source, string address)
    {
        var html = HelpRenderer.ToHtml($"# A page\n\n## Source\n\n{source}\n");
        Assert.Contains($"<a href=\"{address}\" target=\"_blank\"", html, StringComparison.Ordinal);
        Assert.Equal(HelpRenderer.ToHtml(source).Replace("\n", " ", StringComparison.Ordinal), Regex.Replace(html[html.LastIndexOf("<p>", StringComparison.Ordinal)..], "</?a[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Replace("\n", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_every_problem_the_source_is_a_link_but_where_it_is_a_trial_or_the_design_itself()
    {
        string[] own = ["The ", "Tried ", "How ", "Tags ", "Ranges ", "Packages ", "Modules ", "tzdata ", "Fedora", "KDE", "CIS", "Red Hat", "firewalld "];
        var unlinked = DesignRules.All.Select(rule => Library.Find(HelpIds.OfCode(rule.Descriptor.Code))!.Markdown)
            .Select(page => page[(page.IndexOf("## Source", StringComparison.Ordinal) + 9)..].Trim())
            .Where(source => !HelpRenderer.ToHtml("# x\n\n## Source\n\n" + source).Contains("<a ", StringComparison.Ordinal))
            .Where(source => !Array.Exists(own, start => source.StartsWith(start, StringComparison.Ordinal)));
        Assert.Empty(unlinked);
    }

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
