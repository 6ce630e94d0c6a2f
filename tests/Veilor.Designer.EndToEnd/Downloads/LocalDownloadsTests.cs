using System.Net;
using System.Security.Cryptography;

namespace Veilor.Designer.EndToEnd.Downloads;

public sealed class LocalDownloadsTests
{
    [Fact]
    public async Task A_download_has_the_checksum_it_is_published_with()
    {
        await using var downloads = await LocalDownloads.StartAsync();
        var file = downloads.AddTarGz("tool.tar.gz", ("tool_1.0/tool", "content"));
        using var client = new HttpClient();
        var bytes = await client.GetByteArrayAsync(file.Url);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(file.Url, "other"))).StatusCode);
    }
}
