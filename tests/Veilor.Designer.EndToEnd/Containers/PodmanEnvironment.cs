using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.EndToEnd.Containers;

/// <summary>
/// Real podman with a storage of its own for one run of the tests: what tests build is gone afterwards, and the
/// stand-in base never gets into the person's storage, where it would pass for the real one. Test classes get it by
/// <c>[Collection(PodmanCollection.Name)]</c> and a constructor parameter.
/// </summary>
public sealed class PodmanEnvironment : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What a child process needs in its environment so that its podman is this one. <c>TMPDIR</c> is where buildah keeps cache mounts.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; private set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var stores = await StandInBase.EnsureAsync();
        var storage = _folder.Write("storage.conf", $"""
            [storage]
            driver = "overlay"
            graphroot = "{_folder.Path}/storage"
            runroot = "{_folder.Path}/run"

            [storage.options]
            additionalimagestores = [{string.Join(", ", stores.Select(store => $"\"{store}\""))}]

            """);
        Variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CONTAINERS_CONF"] = RepositoryFiles.PathOf("tests", "stand-in", "containers.conf"),
            ["CONTAINERS_STORAGE_CONF"] = storage,
            ["TMPDIR"] = Directory.CreateDirectory(Path.Combine(_folder.Path, "tmp")).FullName,
        };
    }

    /// <summary>Runs <c>podman</c> with the arguments; a non-zero exit status is the caller's to judge.</summary>
    public async Task<BufferedCommandResult> RunAsync(params IEnumerable<string> arguments) =>
        await Cli.Wrap("podman")
            .WithArguments(arguments)
            .WithEnvironmentVariables(Variables)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

    /// <summary>Builds a folder with a <c>Containerfile</c> and fails the test with the whole log if the build fails.</summary>
    public async Task BuildAsync(string context, string tag, params IEnumerable<string> options)
    {
        var result = await RunAsync(["build", "--tag", tag, .. options, context]);
        Assert.True(result.IsSuccess, $"podman build failed with exit status {result.ExitCode}.\n{result.StandardOutput}\n{result.StandardError}");
    }

    /// <summary>What a shell command prints in a new container of the image; the test fails if the command does.</summary>
    public async Task<string> ReadAsync(string image, string command)
    {
        var result = await RunAsync("run", "--rm", image, "/bin/bash", "-c", command);
        Assert.True(result.IsSuccess, $"'{command}' failed with exit status {result.ExitCode} in {image}.\n{result.StandardOutput}\n{result.StandardError}");
        return result.StandardOutput;
    }

    public async ValueTask DisposeAsync()
    {
        if (Variables.Count > 0)
            await ReleaseStorageAsync();
        _folder.Dispose();
    }

    /// <summary>
    /// podman keeps its storage mounted over itself, and without root its files belong to other ids; both keep a
    /// plain delete from working.
    /// </summary>
    private async Task ReleaseStorageAsync()
    {
        await RunAsync("rm", "--all", "--force", "--time", "0");
        var storage = Path.Combine(_folder.Path, "storage");
        if (string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
            await Cli.Wrap("umount").WithArguments(Path.Combine(storage, "overlay")).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        else
            await RunAsync("unshare", "rm", "-rf", storage);
    }
}
