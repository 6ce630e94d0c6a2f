using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Veilor.Designer.EndToEnd.App;

namespace Veilor.Designer.EndToEnd.Publishing;

/// <summary>The registry of the distribution project, on a free port of this machine, without TLS, with a storage of its own.</summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly Process _process;

    private LocalRegistry()
    {
        Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort.Find()}");
        var settings = _folder.Write("registry.yml", $"""
            version: 0.1
            log:
              level: error
            storage:
              filesystem:
                rootdirectory: {_folder.Path}/storage
            http:
              addr: {Host}

            """);
        var program = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "docker-registry"))) ? "docker-registry" : "registry";
        _process = Process.Start(new ProcessStartInfo(program, ["serve", settings]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Address and port, as an image's name has it.</summary>
    public string Host { get; }

    public static async Task<LocalRegistry> StartAsync()
    {
        var registry = new LocalRegistry();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await registry._client.GetStringAsync(new Uri($"http://{registry.Host}/v2/"));
                return registry;
            }
            catch (HttpRequestException) when (clock.Elapsed < StartTime && !registry._process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>The digest of an image that the registry has; null when it has none.</summary>
    public async Task<string?> DigestAsync(string repository, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Host}/v2/{repository}/manifests/{tag}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.oci.image.manifest.v1+json"));
        using var response = await _client.SendAsync(request);
        return response.IsSuccessStatusCode ? response.Headers.GetValues("Docker-Content-Digest").Single() : null;
    }

    /// <summary>The media types of an image's layers, which name their compression.</summary>
    public async Task<IReadOnlyList<string>> LayerTypesAsync(string repository, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Host}/v2/{repository}/manifests/{tag}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.oci.image.manifest.v1+json"));
        using var response = await _client.SendAsync(request);
        using var manifest = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return [.. manifest.RootElement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("mediaType").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }
}
