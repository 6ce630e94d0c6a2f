using System.Diagnostics.CodeAnalysis;
using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.Tests.Builds;

/// <summary>
/// Real podman with the settings that let it run in a container, and a base image made of busybox. The settings go through this
/// process's environment, as the product takes podman as it finds it.
/// </summary>
public sealed class PodmanFixture : IAsyncLifetime
{
    public const string Base = "localhost/veilor-designer-test-busybox:1";

    private const string Settings =
        """
        [containers]
        default_ulimits = ["nofile=20000:20000", "nproc=20000:20000"]
        netns = "host"
        [engine]
        runtime = "runc"
        """;

    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        var settings = Path.Combine(_folder.Path, "containers.conf");
        await File.WriteAllTextAsync(settings, Settings);
        Environment.SetEnvironmentVariable("CONTAINERS_CONF", settings);
        await ImportBaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await PodmanAsync("rmi", "--force", "--ignore", Base);
        Environment.SetEnvironmentVariable("CONTAINERS_CONF", null);
        _folder.Dispose();
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Needs the fixture's environment.")]
    public async Task<string> PodmanAsync(params string[] arguments) =>
        (await Cli.Wrap("podman").WithArguments(arguments).ExecuteBufferedAsync()).StandardOutput;

    public async Task<string[]> ContainersAsync() =>
        (await PodmanAsync("ps", "--all", "--external", "--format", "{{.ID}}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>busybox with the libraries it asks for, whether Debian's static or shared build is installed.</summary>
    private async Task ImportBaseAsync()
    {
        const string Script =
            """
            set -euo pipefail
            mkdir -p root/bin root/tmp
            cp -L "$(command -v busybox)" root/bin/busybox
            for applet in sh cat echo ls sleep false; do ln -sf busybox "root/bin/$applet"; done
            for library in $(ldd root/bin/busybox 2>/dev/null | grep -o '/[^ )]*' || true); do
                mkdir -p "root$(dirname "$library")"
                cp -L "$library" "root$library"
            done
            tar -C root -c . | podman import - "$1"
            """;
        await Cli.Wrap("bash").WithArguments(["-c", Script, "bash", Base]).WithWorkingDirectory(_folder.Path).ExecuteBufferedAsync();
    }
}
