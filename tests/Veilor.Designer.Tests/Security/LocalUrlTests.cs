using Veilor.Designer.Security;

namespace Veilor.Designer.Tests.Security;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/designs/veilor-os")]
    [InlineData("/a//b")]
    [InlineData("/ü")]
    public void A_path_of_this_server_is_local(string path) => Assert.True(LocalUrl.IsLocal(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("designs")]
    [InlineData("//attacker.example")]
    [InlineData("/\\attacker.example")]
    [InlineData("\\/attacker.example")]
    [InlineData("http://attacker.example")]
    [InlineData("/a\r\nb")]
    [InlineData("/\t/attacker.example")]
    public void What_a_browser_could_read_as_another_host_is_not(string? path) => Assert.False(LocalUrl.IsLocal(path));
}
