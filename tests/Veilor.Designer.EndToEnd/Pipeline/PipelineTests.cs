using System.Security.Cryptography;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.EndToEnd.Containers;

namespace Veilor.Designer.EndToEnd.Pipeline;

/// <summary>
/// The whole pipeline on the command line: real podman, the stand-in base, the stand-in image builders. Disk images need root, as the real
/// builders do.
/// </summary>
[Collection(PodmanCollection.Name)]
public sealed class PipelineTests(PodmanEnvironment podman)
{
    [Theory]
    [InlineData("bootc-image-builder", "qcow2/disk.qcow2", "image/disk.raw")]
    [InlineData("image-builder", "bootc-fedora-43-qcow2-x86_64/bootc-fedora-43-qcow2-x86_64.qcow2", "bootc-fedora-43-raw-x86_64/bootc-fedora-43-raw-x86_64.raw")]
    public async Task A_build_ends_with_checks_disks_manifest_sbom_and_checksums(string builder, params string[] disks)
    {
        await StandInBuilders.EnsureAsync(podman);
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(builder));
        var result = await build.RunAsync("--all-types");
        Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);

        using var lint = build.Json("lint.json");
        Assert.Equal(14, lint.RootElement.GetProperty("passed").GetInt32());
        using var smoke = build.Json("smoke.json");
        Assert.Equal(0, smoke.RootElement.GetProperty("failed").GetInt32());
        Assert.Equal(smoke.RootElement.GetProperty("planned").GetInt32(), smoke.RootElement.GetProperty("passed").GetInt32());
        Assert.Contains("packages.install[tree]", smoke.RootElement.GetProperty("results").EnumerateArray().Select(row => row.GetProperty("field").GetString()!), StringComparer.Ordinal);
        CheckManifest(build, disks);
        CheckSbom(build);
        Assert.Equal(build.Made().Select(path => $"{path}: OK"), (await build.CheckSumsAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_secret_reaches_dnf_and_a_line_of_ones_own_and_leaves_nothing_that_the_lint_finds()
    {
        const string Canary = "canary-of-the-pipeline";
        var design = PipelineDesign.Text(beforeLint: "RUN --mount=type=secret,id=token,required=true,target=/etc/dnf/vars/token dnf --dump-variables | grep -c canary && sha256sum /etc/dnf/vars/token")
            + "[[extra.secrets]]\nid = \"token\"\nfrom = \"PIPELINE_TOKEN\"\nsteps = [\"packages\"]\nplace = \"/etc/dnf/vars/token\"\n";
        using var build = new CommandLineBuild(podman, design, ("PIPELINE_TOKEN", Canary));
        var result = await build.RunAsync("--fatal-warnings", "--no-manifest");

        Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);
        Assert.Contains("--mount=type=secret,id=token,required=true,target=/etc/dnf/vars/token     dnf -y install", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("\n1\n" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Canary))) + "  /etc/dnf/vars/token\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        using var lint = build.Json("lint.json");
        Assert.Equal(14, lint.RootElement.GetProperty("passed").GetInt32());
    }

    [Fact]
    public async Task A_secret_that_is_not_there_stops_a_build_before_it_begins()
    {
        var design = PipelineDesign.Text() + "[[extra.secrets]]\nid = \"token\"\npurpose = \"the repository\"\nfrom = \"PIPELINE_MISSING\"\nsteps = [\"packages\"]\n";
        using var build = new CommandLineBuild(podman, design);
        var result = await build.RunAsync("--no-lint", "--no-smoke", "--no-manifest");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("the variable PIPELINE_MISSING is not set where this program was started", result.StandardError, StringComparison.Ordinal);
        Assert.Empty(result.StandardOutput);
    }

    [Fact]
    public async Task A_warning_of_the_lint_fails_when_it_shall_and_says_what_to_change()
    {
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(beforeLint: "RUN echo own:x:1234: >> /etc/group"));
        var result = await build.RunAsync("--fatal-warnings", "--no-smoke", "--no-manifest");
        Assert.Equal(1, result.ExitCode);
        using var lint = build.Json("lint.json");
        var finding = lint.RootElement.GetProperty("findings")[0];
        Assert.Equal("sysusers", finding.GetProperty("name").GetString());
        Assert.Equal("overlay.from", finding.GetProperty("field").GetString());
        Assert.Contains("group own", finding.GetProperty("details")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("lint warning sysusers: A user or group stands in /etc/passwd", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fatal_finding_in_the_container_build_is_read_as_well()
    {
        // Said so that no rule reads the path: the rules name what they see before a build.
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(beforeLint: "RUN cd /usr && mkdir etc"));
        var result = await build.RunAsync("--no-manifest");
        Assert.Equal(1, result.ExitCode);
        using var lint = build.Json("lint.json");
        Assert.Equal("etc-usretc", lint.RootElement.GetProperty("findings")[0].GetProperty("name").GetString());
        Assert.Contains("cause: bootc does not accept the image (etc-usretc)", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_does_not_hold_is_named_with_its_field()
    {
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(beforeLint: "RUN rm /etc/systemd/system/debug-shell.service && echo other > /etc/hostname.new && cp /etc/hostname.new /usr/lib/sysctl.d/60-pipeline-sample.conf && rm /etc/hostname.new"));
        var result = await build.RunAsync("--no-lint", "--no-manifest");
        Assert.Equal(1, result.ExitCode);
        using var smoke = build.Json("smoke.json");
        var failed = smoke.RootElement.GetProperty("results").EnumerateArray().Where(row => row.GetProperty("outcome").GetString() == "failed").ToList();
        Assert.Equal(
            ["file /usr/lib/sysctl.d/60-pipeline-sample.conf", "unit debug-shell.service is masked"],
            failed.Select(row => row.GetProperty("title").GetString()!), StringComparer.Ordinal);
        Assert.Equal("services.mask[debug-shell.service]", failed[1].GetProperty("field").GetString());
        Assert.Contains("failed: 2 of 16 checks failed, the first: file /usr/lib/sysctl.d", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told_of_by_its_check_and_not_by_what_a_shell_says()
    {
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(beforeLint: "RUN rm /usr/lib/sysctl.d/60-pipeline-sample.conf"));
        var result = await build.RunAsync("--no-lint", "--no-manifest");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cause: The image is not what the design says: file /usr/lib/sysctl.d/60-pipeline-sample.conf: the file is missing.", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("field: kernel.sysctls", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("/run/image/usr", result.StandardError + result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_builder_is_explained()
    {
        await StandInBuilders.EnsureAsync(podman);
        // The label's name comes from an ARG, which the rules do not follow.
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(beforeLint: "ARG label=containers.bootc\nLABEL $label=0"));
        var result = await build.RunAsync("--type", "qcow2", "--no-lint", "--no-smoke");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cause: The image localhost/pipeline-sample:0.1.0 lacks the label containers.bootc=1", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_ends_the_build_and_everything_it_started()
    {
        using var build = new CommandLineBuild(podman, PipelineDesign.Text(beforeLint: "RUN trap '' INT TERM; echo ready; sleep 301"));
        var ended = await build.InterruptAsync("ready");
        Assert.Equal(130, ended.ExitCode);
        var left = await Cli.Wrap("pgrep").WithArguments(["-f", "^sleep 301$"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.Empty(left.StandardOutput);
    }

    private static void CheckManifest(CommandLineBuild build, string[] disks)
    {
        using var manifest = build.Json("manifest.json");
        var image = manifest.RootElement.GetProperty("image");
        Assert.Equal("localhost/pipeline-sample:0.1.0", image.GetProperty("reference").GetString());
        Assert.Matches("^sha256:[0-9a-f]{64}$", image.GetProperty("digest").GetString());
        Assert.True(image.GetProperty("isBootable").GetBoolean());
        Assert.Matches("^[0-9a-f]{64}$", manifest.RootElement.GetProperty("design").GetProperty("contentId").GetString());
        var packages = manifest.RootElement.GetProperty("packages").EnumerateArray().ToList();
        Assert.Contains(packages, package => package.GetProperty("name").GetString() == "tree" && package.GetProperty("version").GetString() == "1.0");
        Assert.Contains(manifest.RootElement.GetProperty("tools").EnumerateArray(), tool => tool.GetProperty("name").GetString() == "podman");
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!, StringComparer.Ordinal);
        foreach (var disk in disks)
        {
            var bytes = File.ReadAllBytes(Path.Combine(build.Artifacts, disk));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), files[disk].GetProperty("sha256").GetString());
            Assert.Equal(bytes.Length, files[disk].GetProperty("size").GetInt64());
        }
    }

    private static void CheckSbom(CommandLineBuild build)
    {
        using var sbom = build.Json("sbom.spdx.json");
        Assert.Equal("SPDX-2.3", sbom.RootElement.GetProperty("spdxVersion").GetString());
        var packages = sbom.RootElement.GetProperty("packages").EnumerateArray().ToList();
        var tree = packages.Single(package => package.GetProperty("name").GetString() == "tree");
        Assert.StartsWith("pkg:rpm/fedora/tree@1.0-1", tree.GetProperty("externalRefs")[0].GetProperty("referenceLocator").GetString(), StringComparison.Ordinal);
        var ids = packages.Select(package => package.GetProperty("SPDXID").GetString()!).ToList();
        Assert.Distinct(ids, StringComparer.Ordinal);
        var related = sbom.RootElement.GetProperty("relationships").EnumerateArray().Select(relation => relation.GetProperty("relatedSpdxElement").GetString()!);
        Assert.Equal(ids.Order(StringComparer.Ordinal), related.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
