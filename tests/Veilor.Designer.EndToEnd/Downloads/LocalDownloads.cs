using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Veilor.Designer.EndToEnd.Downloads;

/// <summary>
/// A web server on a free port of 127.0.0.1 in place of the servers that designs download from. Containers reach it
/// because the tests' containers use the machine's network.
/// </summary>
public sealed class LocalDownloads : IAsyncDisposable
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly WebApplication _server;

    private LocalDownloads()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapGet("/{name}", (string name) => _files.TryGetValue(name, out var content) ? Results.Bytes(content) : Results.NotFound());
    }

    public static async Task<LocalDownloads> StartAsync()
    {
        var downloads = new LocalDownloads();
        await downloads._server.StartAsync();
        return downloads;
    }

    /// <summary>Serves the content under the name; a second one of the same name replaces the first.</summary>
    public LocalDownload Add(string name, byte[] content)
    {
        _files[name] = content;
        return new LocalDownload(new Uri(new Uri(_server.Urls.Single()), name), Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Serves a tar.gz archive of executable files, as released programs come.</summary>
    public LocalDownload AddTarGz(string name, params IEnumerable<(string Path, string Content)> files)
    {
        using var archive = new MemoryStream();
        using (var compressed = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(compressed))
        {
            foreach (var (path, content) in files)
            {
                using var data = new MemoryStream(Encoding.UTF8.GetBytes(content));
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = data, Mode = Executable });
            }
        }

        return Add(name, archive.ToArray());
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
