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
    [InlineData("kernel.sysctls", "net.core.somaxconn = 1 ⏎ kernel.panic = 5 ⏎ # c ⏎ bad line", "Line 3, “# c”")]
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

    [Fact]
    public void A_comma_within_an_argument_parts_nothing()
    {
        var page = Open("kernel");

        ById(page, "kernel.opt_in").Input("mitigations=auto,nosmt oops=panic");
        ById(page, "kernel.opt_in").KeyDown("Enter");

        Assert.Equal(["mitigations=auto,nosmt", "oops=panic"], KernelFields.OptIn.Get(Editor.Design).Select(each => each.ToString()));
    }
}
