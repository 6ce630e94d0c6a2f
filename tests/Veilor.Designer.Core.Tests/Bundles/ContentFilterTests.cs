using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Tests.Bundles;

public sealed class ContentFilterTests
{
    private static readonly ContentFilter Filter = ContentFilter.Parse(
        "# a server\noverlay/etc/ssh\n\noverlay/usr/bin/\n  scripts\n!scripts/look.sh\n!overlay/usr/bin/desktop\noverlay/usr/bin/desktop/keep\n");

    [Theory]
    [InlineData("overlay/etc/ssh", true)]
    [InlineData("overlay/etc/ssh/sshd_config.d/10.conf", true)]
    [InlineData("overlay/etc/sshd", false)]
    [InlineData("overlay/etc", false)]
    [InlineData("overlay/usr/bin/tool", true)]
    [InlineData("overlay/usr/bin/desktop/tool", false)]
    [InlineData("overlay/usr/bin/desktop/keep", true)]
    [InlineData("scripts/10.sh", true)]
    [InlineData("scripts/look.sh", false)]
    [InlineData("assets/logo.svg", false)]
    public void The_longest_path_that_fits_decides(string path, bool isTaken) => Assert.Equal(isTaken, Filter.Takes(path));

    [Fact]
    public void The_order_of_the_lines_does_not_matter()
    {
        var filter = ContentFilter.Parse("!overlay/etc/xdg\noverlay\n");
        Assert.False(filter.Takes("overlay/etc/xdg/kdeglobals"));
        Assert.True(filter.Takes("overlay/etc/motd"));
    }

    [Fact]
    public void An_empty_list_takes_nothing() => Assert.False(ContentFilter.Parse("# nothing\r\n").Takes("overlay/etc/motd"));
}
