using System.Text.Json;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary><c>preflight</c> and what <c>build</c> makes of it, with a PATH that has exactly the programs of the case.</summary>
public sealed class PreflightCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_podman_it_blocks_and_names_the_command_that_installs_it()
    {
        var outcome = await RunAsync(Tools(), "preflight");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.OutputLines, line => line.StartsWith("  blocks   podman: not installed (for every step)", StringComparison.Ordinal));
        Assert.Equal("The build cannot work: podman, setsid.", outcome.OutputLines[^1]);
    }

    [Fact]
    public async Task The_json_form_has_each_check_with_its_state_and_repairs()
    {
        var outcome = await RunAsync(Tools("setsid"), "preflight", "--format", "json");
        Assert.Equal(1, outcome.ExitCode);
        using var report = JsonDocument.Parse(outcome.Output);
        Assert.False(report.RootElement.GetProperty("canBuild").GetBoolean());
        var checks = report.RootElement.GetProperty("checks").EnumerateArray().ToList();
        Assert.All(checks, check => Assert.All(
            (string[])["group", "name", "state", "found", "neededFor"], name => Assert.NotEmpty(check.GetProperty(name).GetString()!)));
        var podman = Check(report, "podman");
        Assert.Equal("blocking", podman.GetProperty("state").GetString());
        Assert.Contains(podman.GetProperty("repairs").EnumerateArray(), command => command.GetString()!.EndsWith("podman", StringComparison.Ordinal));
        Assert.Equal("good", Check(report, "setsid").GetProperty("state").GetString());
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task With_podman_the_json_form_has_its_version_and_storage_and_the_machine()
    {
        var outcome = await RunAsync(Environment.GetEnvironmentVariable("PATH")!, "preflight", "--format", "json");
        Assert.Equal(0, outcome.ExitCode);
        using var report = JsonDocument.Parse(outcome.Output);
        Assert.True(report.RootElement.GetProperty("canBuild").GetBoolean());
        Assert.Matches(@"^podman version \d", Check(report, "podman").GetProperty("found").GetString());
        Assert.NotEqual("blocking", Check(report, "Root's storage").GetProperty("state").GetString());
        Assert.EndsWith(" GiB", Check(report, "Memory").GetProperty("found").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kvm_is_good_only_on_a_processor_with_virtualisation()
    {
        var outcome = await RunAsync(Environment.GetEnvironmentVariable("PATH")!, "preflight", "--format", "json");
        using var report = JsonDocument.Parse(outcome.Output);
        var flags = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("flags", StringComparison.Ordinal)).Split(' ');
        var kvm = Check(report, "KVM");
        if (!flags.Contains("vmx", StringComparer.Ordinal) && !flags.Contains("svm", StringComparer.Ordinal))
        {
            Assert.Equal("unneeded", kvm.GetProperty("state").GetString());
            Assert.Contains("QEMU emulates", kvm.GetProperty("found").GetString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(File.Exists("/dev/kvm") ? "/dev/kvm" : "/dev/kvm cannot be opened: QEMU emulates, which is slow", kvm.GetProperty("found").GetString());
        }
    }

    [Fact]
    public async Task A_build_that_cannot_work_does_not_begin()
    {
        var outcome = await RunAsync(Tools(), "build", Design(), "--workspace", Path.Combine(_folder.Path, "workspace"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("The build cannot work: podman, setsid", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "workspace", "runs")));
    }

    [Theory]
    [InlineData("publish.repository", "--push")]
    [InlineData("Add --push", "--sign", "cosign.key")]
    [InlineData("Add --type", "--boot")]
    [InlineData("no lint", "--fatal-warnings", "--no-lint")]
    public async Task What_was_asked_for_and_would_not_happen_is_a_wrong_argument(string said, params string[] options)
    {
        var outcome = await RunAsync(EveryTool, ["build", Design(), "--dry-run", .. options]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task Signing_without_cosign_blocks_before_anything_is_built()
    {
        var outcome = await RunAsync(Tools("podman", "setsid", "newuidmap"), "preflight", Design(rest: "\n[publish]\nrepository = \"registry.example/sample\"\n"), "--push", "--sign", "no-such.key");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.OutputLines, line => line.StartsWith("  blocks   cosign: not installed (for signing what was pushed)", StringComparison.Ordinal));
        Assert.Contains(outcome.OutputLines, line => line.StartsWith("  blocks   Signing key: there is no file /", StringComparison.Ordinal));
        var unsigned = await RunAsync(Tools("podman", "setsid", "newuidmap"), "preflight", "--format", "json");
        using var report = JsonDocument.Parse(unsigned.Output);
        Assert.Equal("unneeded", Check(report, "cosign").GetProperty("state").GetString());
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task A_base_of_this_machine_that_is_not_here_blocks_since_no_registry_has_it()
    {
        var outcome = await RunAsync(EveryTool, "preflight", Design("base = \"localhost/no-such-base:1\""), "--format", "json");
        Assert.Equal(1, outcome.ExitCode);
        using var report = JsonDocument.Parse(outcome.Output);
        var check = Check(report, "localhost/no-such-base:1");
        Assert.Equal("blocking", check.GetProperty("state").GetString());
        Assert.Contains("no registry has an image of that name", check.GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, check.GetProperty("repairs").GetArrayLength());
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task The_builders_image_is_looked_for_and_its_pull_is_named_with_its_size()
    {
        var outcome = await RunAsync(EveryTool, "preflight", Design("", "\n[outputs]\nimage_types = [\"qcow2\"]\n"), "--type", "qcow2", "--format", "json");
        using var report = JsonDocument.Parse(outcome.Output);
        var check = Check(report, "quay.io/centos-bootc/bootc-image-builder:latest");
        Assert.Equal("warning", check.GetProperty("state").GetString());
        Assert.Contains("counts as 2.0 GiB", check.GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Equal("sudo podman pull quay.io/centos-bootc/bootc-image-builder:latest", check.GetProperty("repairs")[0].GetString());
        var image = await RunAsync(EveryTool, "preflight", Design(), "--format", "json");
        using var without = JsonDocument.Parse(image.Output);
        Assert.DoesNotContain(without.RootElement.GetProperty("checks").EnumerateArray(), item => item.GetProperty("name").GetString() == "quay.io/centos-bootc/bootc-image-builder:latest");
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task The_space_of_the_workspace_that_is_named_is_looked_at()
    {
        var workspace = Path.Combine(_folder.Path, "elsewhere");
        var outcome = await RunAsync(EveryTool, "preflight", Design("", "\n[outputs]\nimage_types = [\"qcow2\"]\n"), "--type", "qcow2", "--workspace", workspace, "--format", "json");
        using var report = JsonDocument.Parse(outcome.Output);
        Assert.Contains(
            report.RootElement.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("group").GetString() == "Space"),
            check => check.GetProperty("found").GetString()!.Contains(Path.Combine(workspace, "runs"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_boot_without_qemu_does_not_begin_and_names_the_command_that_installs_it()
    {
        var disk = Path.Combine(_folder.Path, "disk.raw");
        await File.WriteAllTextAsync(disk, "x");
        var outcome = await RunAsync(Tools("setsid"), "boot", Design(), disk, "--workspace", Path.Combine(_folder.Path, "workspace"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("  blocks   qemu-system-x86_64: not installed (for booting the result)", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("qemu-system-x86", outcome.Error.Split('\n').SkipWhile(line => !line.Contains("blocks", StringComparison.Ordinal)).ElementAt(1), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "workspace", "runs")));
    }

    /// <summary>Real podman over a storage of the test's own, which has no image.</summary>
    private string Storage()
    {
        var path = Path.Combine(_folder.Path, "storage.conf");
        File.WriteAllText(path, $"[storage]\ndriver = \"vfs\"\ngraphroot = \"{_folder.Path}/storage\"\nrunroot = \"{_folder.Path}/run\"\n");
        return path;
    }

    private static JsonElement Check(JsonDocument report, string name) =>
        report.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);

    private static string EveryTool => Environment.GetEnvironmentVariable("PATH")!;

    private async Task<ProcessOutcome> RunAsync(string path, params string[] arguments)
    {
        using var designer = DesignerProcess.Start(arguments, null, ("PATH", path), ("CONTAINERS_STORAGE_CONF", Storage()));
        return await DesignerProcess.EndAsync(designer.Process);
    }

    /// <summary>A folder with links to the real programs of these names, and no other.</summary>
    private string Tools(params string[] names)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin")).FullName;
        foreach (var name in names.Where(name => !File.Exists(Path.Combine(folder, name))))
        {
            var real = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(place => Path.Combine(place, name)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(folder, name), real);
        }

        return folder;
    }

    private string Design(string image = "", string rest = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "design")).FullName;
        File.WriteAllText(Path.Combine(folder, "design.toml"), $"format = 1\n\n[image]\nname = \"sample\"\ntitle = \"Sample\"\n{image}\n\n[users]\nlock_root = false\n{rest}");
        return folder;
    }
}
