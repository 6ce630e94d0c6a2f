using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Tests.Builds;

public sealed class DiskFullTests
{
    /// <summary>A file system of three megabytes in a mount namespace of its own: it is gone with the process.</summary>
    private const string Script =
        """
        set -eu
        mount -t tmpfs -o size=3m tmpfs "$1"
        mkdir -p "$1/designs/demo"
        cp "$2/design.toml" "$1/designs/demo/design.toml"
        "$3" "$1/runs" -- bash -c 'yes a line that fills the disk; true' -- true > "$2/id"
        cp "$1"/runs/*/run.json "$1"/runs/*/log.txt "$2"
        cp "$1/designs/demo/design.toml" "$2/after.toml"
        df --output=avail -B1 "$1" | tail -1 > "$2/free"
        """;

    [Fact]
    public async Task A_disk_that_fills_up_ends_the_build_with_that_reason_and_leaves_the_design_as_it_was()
    {
        using var mount = new TemporaryFolder();
        using var kept = new TemporaryFolder();
        var design = Path.Combine(kept.Path, "design.toml");
        await File.WriteAllTextAsync(design, "format = 1\n");
        string[] options = Environment.UserName == "root" ? ["--mount"] : ["--user", "--map-root-user", "--mount"];
        var result = await Cli.Wrap("unshare")
            .WithArguments([.. options, "bash", "-c", Script, "bash", mount.Path, kept.Path, RunHostProcess.Executable])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(result.ExitCode == 0, result.StandardError);

        var id = (await File.ReadAllTextAsync(Path.Combine(kept.Path, "id"))).Trim();
        using var runs = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(runs.Path, id));
        File.Copy(Path.Combine(kept.Path, "run.json"), Path.Combine(runs.Path, id, "run.json"));
        await using var build = await BuildFixture.StartAsync(runs.Path);
        var run = Assert.Single(build.Service.Runs);
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("No space left on device", run.Reason, StringComparison.Ordinal);
        Assert.Equal([StepState.Failed, StepState.Skipped], run.Steps.Select(step => step.State));
        Assert.All(
            (await File.ReadAllLinesAsync(Path.Combine(kept.Path, "log.txt"), Encoding.UTF8))[..^1],
            line => Assert.Equal("a line that fills the disk", line));
        Assert.Equal(await File.ReadAllBytesAsync(design), await File.ReadAllBytesAsync(Path.Combine(kept.Path, "after.toml")));
    }
}
