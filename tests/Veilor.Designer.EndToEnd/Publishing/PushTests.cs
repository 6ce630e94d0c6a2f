using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Pipeline;

namespace Veilor.Designer.EndToEnd.Publishing;

/// <summary>
/// A built image goes to a real registry, by the real podman. cosign is a script here that writes down how it was called and asks the registry
/// for what it was to sign: that its signature is one, these tests cannot show.
/// </summary>
[Collection(PodmanCollection.Name)]
public sealed class PushTests(PodmanEnvironment podman)
{
    private const string Cosign =
        """
        #!/bin/sh
        [ "$1" != version ] || { echo 'cosign v0'; exit 0; }
        for argument; do printf '%s\n' "$argument"; done > "$(dirname "$0")/arguments"
        printf '%s' "${COSIGN_PASSWORD-unset}" > "$(dirname "$0")/password"
        for last; do :; done
        host=${last%%/*} name=${last#*/}
        curl --fail --silent --show-error --output "$(dirname "$0")/manifest" \
            --header 'Accept: application/vnd.oci.image.manifest.v1+json' "http://$host/v2/${name%@*}/manifests/${name#*@}"

        """;

    [Fact]
    public async Task The_image_is_in_the_registry_under_the_digest_that_the_run_notes()
    {
        await using var registry = await LocalRegistry.StartAsync();
        using var build = new CommandLineBuild(podman, Design(registry.Host));
        var result = await build.RunAsync("--push", "--no-lint", "--no-smoke");
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        var digest = await registry.DigestAsync("veilor/pipeline-sample", "latest");
        Assert.Matches("^sha256:[0-9a-f]{64}$", digest);
        Assert.Equal(digest, (await File.ReadAllTextAsync(Path.Combine(build.Artifacts, "pushed-digest"))).Trim());
        using var manifest = build.Json("manifest.json");
        Assert.Equal(digest, manifest.RootElement.GetProperty("pushedDigest").GetString());
        Assert.Contains("pushed-digest: OK", await build.CheckSumsAsync(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("gzip", "application/vnd.oci.image.layer.v1.tar+gzip")]
    [InlineData("zstd", "application/vnd.oci.image.layer.v1.tar+zstd")]
    public async Task The_layers_in_the_registry_are_compressed_as_the_design_says(string compression, string mediaType)
    {
        await using var registry = await LocalRegistry.StartAsync();
        using var build = new CommandLineBuild(podman, Design(registry.Host, compression));
        var result = await build.RunAsync("--push", "--no-lint", "--no-smoke", "--no-manifest");
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        Assert.Equal([mediaType], (await registry.LayerTypesAsync("veilor/pipeline-sample", "latest")).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_signed_is_the_digest_that_was_pushed_and_the_password_stays_out_of_the_log()
    {
        const string Canary = "canary-of-the-signing-password";
        using var tools = new TemporaryFolder();
        File.SetUnixFileMode(tools.Write("cosign", Cosign), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var registry = await LocalRegistry.StartAsync();
        using var build = new CommandLineBuild(podman, Design(registry.Host), ("PATH", $"{tools.Path}:{Environment.GetEnvironmentVariable("PATH")}"), ("COSIGN_PASSWORD", Canary));
        var key = tools.Write("cosign.key", "");
        var result = await build.RunAsync("--push", "--sign", key, "--no-lint", "--no-smoke", "--no-manifest");
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        var digest = await registry.DigestAsync("veilor/pipeline-sample", "latest");
        Assert.Equal(
            ["sign", "--yes", "--key", key, "--allow-http-registry", $"{registry.Host}/veilor/pipeline-sample@{digest}"],
            await File.ReadAllLinesAsync(Path.Combine(tools.Path, "arguments")));
        Assert.Contains("\"config\"", await File.ReadAllTextAsync(Path.Combine(tools.Path, "manifest")), StringComparison.Ordinal);
        Assert.Equal(Canary, await File.ReadAllTextAsync(Path.Combine(tools.Path, "password")));
        Assert.DoesNotContain(Canary, result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(Path.GetDirectoryName(build.Artifacts)!, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Canary, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_fails_the_push_with_its_cause()
    {
        string host;
        await using (var registry = await LocalRegistry.StartAsync())
            host = registry.Host;
        using var build = new CommandLineBuild(podman, Design(host));
        var result = await build.RunAsync("--push", "--no-lint", "--no-smoke", "--no-manifest");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("connection refused", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        Assert.Contains("cause: ", result.StandardError, StringComparison.Ordinal);
    }

    private static string Design(string host, string compression = "zstd") => PipelineDesign.Text() + $"""

        [publish]
        repository = "{host}/veilor/pipeline-sample"
        compression = "{compression}"

        """;
}
