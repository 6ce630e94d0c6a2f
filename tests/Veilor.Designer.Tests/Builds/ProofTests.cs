using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

/// <summary>The checksums of a run: what they cover, and that they are compared with the files.</summary>
public sealed class ProofTests
{
    private const string Inspection = """[{"Id":"1","Digest":"sha256:2","Architecture":"amd64","Size":3,"Labels":{"containers.bootc":"1"}}]""";

    private const string Artifacts = RunPaths.Artifacts;

    private static readonly BuildStep Disk = Bash($"mkdir -p {Artifacts}/qcow2; echo disk > {Artifacts}/qcow2/disk.qcow2", "qcow2") with { Kind = StepKind.Artifact };

    private static readonly BuildStep Image = Bash($"echo '{Inspection}' > {Artifacts}/{RunPaths.ImageInspection}", "image");

    private static readonly BuildStep Packages = Bash($"printf 'tree\\t0\\t1\\t1\\tnoarch\\t1\\tMIT\\t\\t\\n' > {Artifacts}/{RunPaths.PackageList}", "packages") with { Kind = StepKind.Manifest };

    private static readonly BuildStep Push = Bash($"echo sha256:{new string('d', 64)} > {Artifacts}/{RunPaths.PushedDigest}", "push");

    private static readonly BuildStep Boot = Bash("", "boot-disk") with
    {
        Arguments = ["-c", "echo 'sample login: '; sleep 60", "file=disk.qcow2,format=qcow2"],
        Kind = StepKind.Boot,
        Boot = new BootTarget(BootMedium.Disk, IsGraphical: false, TimeSpan.FromMinutes(1)),
    };

    [Fact]
    public async Task What_comes_after_the_manifest_is_in_it_and_has_a_checksum()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Disk, Image, Packages, Boot, Push);
        Assert.Equal((RunState.Succeeded, null), (run.State, run.Reason));
        Assert.Equal(
            ["SHA256SUMS", "boot-boot-disk.json", "manifest.json", "pushed-digest", "qcow2/disk.qcow2", "sbom.spdx.json"],
            build.Service.ResultsOf(run.Id).Files.Select(file => file.Path), StringComparer.Ordinal);
        await CheckSumsAsync(build, run, "boot-boot-disk.json", "manifest.json", "pushed-digest", "qcow2/disk.qcow2", "sbom.spdx.json");
        using var manifest = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(Path.Combine(build.Service.ArtifactsFolderOf(run.Id), RunPaths.Manifest)));
        Assert.Equal(
            ["boot-boot-disk.json", "pushed-digest", "qcow2/disk.qcow2", "sbom.spdx.json"],
            manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString()!), StringComparer.Ordinal);
        Assert.Equal($"sha256:{new string('d', 64)}", manifest.RootElement.GetProperty("pushedDigest").GetString());
    }

    [Fact]
    public async Task A_run_without_a_manifest_has_checksums_too()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Disk, Boot);
        await CheckSumsAsync(build, run, "boot-boot-disk.json", "qcow2/disk.qcow2");
        var bare = await build.RunAsync(Bash("true"));
        Assert.Empty(build.Service.ResultsOf(bare.Id).Files);
    }

    [Fact]
    public async Task A_failure_keeps_the_checksums_of_what_there_is()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Disk, Bash($"echo half > {Artifacts}/other; exit 3", "other"));
        Assert.Equal(RunState.Failed, run.State);
        await CheckSumsAsync(build, run, "other", "qcow2/disk.qcow2");
    }

    [Fact]
    public async Task What_a_cancelled_step_left_half_done_has_none()
    {
        await using var build = await StartAsync();
        var queued = await build.QueueAsync(Disk, Bash($"echo half > {Artifacts}/other; echo ready; sleep 60", "other"));
        await build.WaitForLineAsync(queued.Id, "ready");
        await build.Service.CancelAsync(queued.Id);
        await CheckSumsAsync(build, build.Service.Find(queued.Id)!, "qcow2/disk.qcow2");
        var files = build.Service.ResultsOf(queued.Id).Files;
        Assert.Equal("", files.Single(file => file.Path == "other").Sha256);
        Assert.Equal(ProofState.None, await build.Service.CheckAsync(queued.Id, files.Single(file => file.Path == "other"), CancellationToken.None));
    }

    [Fact]
    public async Task Each_file_is_compared_with_its_checksum_when_it_is_asked_for()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Disk, Bash($"echo one > {Artifacts}/one; echo two > {Artifacts}/two", "more"));
        var folder = build.Service.ArtifactsFolderOf(run.Id);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "one"), "eno\n");
        System.IO.File.Delete(Path.Combine(folder, "two"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "three"), "3\n");
        var results = build.Service.ResultsOf(run.Id);
        Assert.Equal(["two"], results.Missing);
        var states = new Dictionary<string, ProofState>(StringComparer.Ordinal);
        foreach (var file in results.Files)
        {
            states[file.Path] = await build.Service.CheckAsync(run.Id, file, CancellationToken.None);
        }

        Assert.Equal((ProofState.Differs, ProofState.None, ProofState.Holds), (states["one"], states["three"], states["qcow2/disk.qcow2"]));

        // A change between two looks is seen, though an answer is kept for a file that stays.
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "qcow2", "disk.qcow2"), "other\n");
        Assert.Equal(ProofState.Differs, await build.Service.CheckAsync(run.Id, results.Files.Single(file => file.Path == "qcow2/disk.qcow2"), CancellationToken.None));
    }

    [Fact]
    public async Task A_report_that_was_changed_is_named_and_not_believed()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Boot);
        var path = Path.Combine(build.Service.ArtifactsFolderOf(run.Id), "boot-boot-disk.json");
        Assert.Empty(build.Service.ResultsOf(run.Id).Altered);
        await System.IO.File.WriteAllTextAsync(path, (await System.IO.File.ReadAllTextAsync(path)).Replace("sample login", "another login", StringComparison.Ordinal));
        Assert.Equal(["boot-boot-disk.json"], build.Service.ResultsOf(run.Id).Altered);
        var facts = Veilor.Designer.Gates.RunFactsReader.Read(run with { DesignId = new string('a', 64) }, build.Service.BundleFolderOf(run.Id), build.Service.ArtifactsFolderOf(run.Id));
        Assert.Empty(facts!.Boots);
    }

    /// <summary>Says by the real sha256sum that exactly these files are covered and as they were.</summary>
    private static async Task CheckSumsAsync(BuildFixture build, BuildRun run, params string[] paths)
    {
        var check = await Cli.Wrap("sha256sum").WithArguments(["--check", "--strict", RunPaths.Checksums]).WithWorkingDirectory(build.Service.ArtifactsFolderOf(run.Id))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(check.ExitCode == 0, check.StandardError + check.StandardOutput);
        Assert.Equal(paths.Select(path => $"{path}: OK"), check.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
