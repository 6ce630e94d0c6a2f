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

    [Fact]
    public async Task Signing_without_cosign_blocks_before_anything_is_built()
    {
        var outcome = await RunAsync(Tools("podman", "setsid", "newuidmap"), "preflight", Design(), "--push", "--sign", "cosign.key");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.OutputLines, line => line.StartsWith("  blocks   cosign: not installed (for signing what was pushed)", StringComparison.Ordinal));
        var unsigned = await RunAsync(Tools("podman", "setsid", "newuidmap"), "preflight", "--format", "json");
        using var report = JsonDocument.Parse(unsigned.Output);
        Assert.Equal("unneeded", Check(report, "cosign").GetProperty("state").GetString());
    }

    private static JsonElement Check(JsonDocument report, string name) =>
        report.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);

    private static async Task<ProcessOutcome> RunAsync(string path, params string[] arguments)
    {
        using var designer = DesignerProcess.Start(arguments, null, ("PATH", path));
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

    private string Design()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "design")).FullName;
        File.WriteAllText(Path.Combine(folder, "design.toml"), "format = 1\n\n[image]\nname = \"sample\"\ntitle = \"Sample\"\n\n[users]\nlock_root = false\n");
        return folder;
    }
}
