using Bunit;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Tests.Forms;

/// <summary>What a list takes apart, and what it refuses as a whole.</summary>
public sealed class ListEntryTests : FormTests
{
    [Fact]
    public void Pasted_lines_are_a_value_each()
    {
        var page = Open("kernel");

        ById(page, "kernel.sysctls").Input("net.core.somaxconn = 1 ⏎ kernel.panic = 5");
        ById(page, "kernel.sysctls").KeyDown("Enter");

        Assert.Equal(["net.core.somaxconn = 1", "kernel.panic = 5"], KernelFields.Sysctls.Get(Editor.Design).Select(each => each.ToString()));
        Assert.Equal("add sysctl settings net.core.somaxconn = 1, kernel.panic = 5", Editor.UndoLabel);
    }

    [Theory]
    [InlineData("kernel.sysctls", "# c ⏎ bad line", "Line 2, “bad line”")]
    [InlineData("kernel.sysctls", "net.ipv4.ip_forward = 1kernel.panic = 5", "another “=”")]
    [InlineData("kernel.sysctls", "kernel.panic = 5 # seconds", "#")]
    [InlineData("system.ntp_servers", "server time.cloudflare.com iburst nts", "a space")]
    [InlineData("packages.install", "foo;rm", ";")]
    [InlineData("packages.install", "git foo;rm", "“foo;rm”")]
    [InlineData("scripts.run", "10-a.sh /b.sh", "“/b.sh”")]
    public void One_refused_piece_keeps_the_whole_text_with_its_error(string path, string text, string error)
    {
        var page = Open(new FieldPath(path).Section);

        ById(page, path).Input(text);
        ById(page, path).KeyDown("Enter");

        Assert.Contains(error, ById(page, path + ":error").TextContent, StringComparison.Ordinal);
        Assert.Equal(text, ById(page, path).GetAttribute("value"));
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    [Fact]
    public void A_comment_among_pasted_lines_is_left_out_and_named_and_the_others_are_taken()
    {
        var page = Open("kernel");

        ById(page, "kernel.sysctls").Input("net.core.somaxconn = 1 ⏎ # quicker ⏎ kernel.panic = 5");
        ById(page, "kernel.sysctls").KeyDown("Enter");

        Assert.Equal(["net.core.somaxconn = 1", "kernel.panic = 5"], KernelFields.Sysctls.Get(Editor.Design).Select(each => each.ToString()));
        Assert.Equal("2 were added. Line 2, “# quicker”, is a comment and is left out.", page.Find("[data-testid=left-out]").TextContent);
        Assert.Equal("", ById(page, "kernel.sysctls").GetAttribute("value") ?? "");
        Assert.Null(Editor.Drafts.Find("kernel.sysctls"));
    }

    [Fact]
    public void A_refused_line_stays_with_its_reason_and_the_others_are_taken()
    {
        var page = Open("kernel");

        ById(page, "kernel.sysctls").Input("net.core.somaxconn = 1 ⏎ # quicker ⏎ bad line");
        ById(page, "kernel.sysctls").KeyDown("Enter");

        Assert.Equal(["net.core.somaxconn = 1"], KernelFields.Sysctls.Get(Editor.Design).Select(each => each.ToString()));
        var error = ById(page, "kernel.sysctls:error").TextContent;
        Assert.StartsWith("1 was added. Line 2, “# quicker”, is a comment and is left out. Line 3, “bad line”: ", error, StringComparison.Ordinal);
        Assert.Equal("bad line", ById(page, "kernel.sysctls").GetAttribute("value"));
        Assert.Equal("bad line", Editor.Drafts.Find("kernel.sysctls"));
    }

    [Theory]
    [InlineData("git htop")]
    [InlineData("git,htop")]
    [InlineData("git, htop")]
    [InlineData("git ⏎ htop")]
    public void Names_are_parted_by_blanks_commas_and_lines(string text)
    {
        var page = Open("packages");

        ById(page, "packages.install").Input(text);
        ById(page, "packages.install").KeyDown("Enter");

        Assert.Equal(["git", "htop"], PackagesFields.Install.Get(Editor.Design).Select(each => each.ToString()));
    }

    [Theory]
    [InlineData("packages.environments", "@kde-desktop-environment", "kde-desktop-environment")]
    [InlineData("packages.environments", "@^kde-desktop-environment", "kde-desktop-environment")]
    [InlineData("packages.groups", "@kde-apps @kde-media", "kde-apps kde-media")]
    public void Ids_are_taken_as_dnf_and_kickstarts_write_them(string path, string text, string ids)
    {
        var page = Open("packages");

        ById(page, path).Input(text);
        ById(page, path).KeyDown("Enter");

        Assert.Equal(ids.Split(' '), (path.EndsWith("groups", StringComparison.Ordinal) ? PackagesFields.Groups : PackagesFields.Environments).Get(Editor.Design).Select(each => each.ToString()));
    }

    [Theory]
    [InlineData("packages.environments", "KDE Plasma", "looks like a title")]
    [InlineData("packages.install", "/usr/bin/strace", "here “strace”")]
    public void What_is_meant_otherwise_is_refused_with_what_to_type(string path, string text, string says)
    {
        var page = Open("packages");

        ById(page, path).Input(text);
        ById(page, path).KeyDown("Enter");

        Assert.Contains(says, ById(page, path + ":error").TextContent, StringComparison.Ordinal);
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    [Fact]
    public void A_comma_within_an_argument_parts_nothing()
    {
        var page = Open("kernel");

        ById(page, "kernel.opt_in").Input("mitigations=auto,nosmt oops=panic");
        ById(page, "kernel.opt_in").KeyDown("Enter");

        Assert.Equal(["mitigations=auto,nosmt", "oops=panic"], KernelFields.OptIn.Get(Editor.Design).Select(each => each.ToString()));
    }
}
