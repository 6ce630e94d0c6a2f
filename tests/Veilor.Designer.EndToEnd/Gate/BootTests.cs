using System.Security.Cryptography;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.EndToEnd.App;

namespace Veilor.Designer.EndToEnd.Gate;

/// <summary>Disks and an ISO are booted in real QEMU by the real program; what the gate makes of it.</summary>
public sealed class BootTests(BootImages images) : IClassFixture<BootImages>, IDisposable
{
    private const string Minutes = "1800";

    private readonly TemporaryFolder _folder = new();

    private string Design => Path.Combine(_folder.Path, "design");

    private string Workspace => Path.Combine(_folder.Path, "workspace");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_disk_that_reaches_its_login_feeds_the_gate_and_is_not_changed()
    {
        var before = await DigestAsync(images.Login);
        var booted = await BootAsync(images.Login, Minutes);
        Assert.True(booted.ExitCode == 0, booted.StandardOutput + booted.StandardError);
        Assert.Contains("Linux version", booted.StandardOutput, StringComparison.Ordinal);
        using var report = Report("boot-disk");
        Assert.Equal("reached", report.RootElement.GetProperty("ending").GetString());
        Assert.Equal(["bootLoader", "kernel", "loginPrompt"], Milestones(report));
        Assert.Equal(before, await DigestAsync(images.Login));

        var gate = await RunAsync("gate", Design, "--workspace", Workspace, "--format", "json");
        Assert.Equal(3, gate.ExitCode);
        using var board = JsonDocument.Parse(gate.StandardOutput);
        var login = Part(board, "first-boot.login");
        Assert.Equal("met", login.GetProperty("state").GetString());
        Assert.Equal(Path.GetFileName(RunFolder), login.GetProperty("evidence").GetProperty("run").GetString());
        Assert.Equal("open", Part(board, "first-boot.password").GetProperty("state").GetString());

        File.AppendAllText(Path.Combine(Design, "design.toml"), "\n[system]\nhostname = \"other\"\n");
        var changed = await RunAsync("gate", Design, "--workspace", Workspace, "--format", "json");
        using var stale = JsonDocument.Parse(changed.StandardOutput);
        Assert.Equal("stale", Part(stale, "first-boot.login").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_panic_ends_the_step_at_once_and_fails_the_criterion()
    {
        var booted = await BootAsync(images.Panic, Minutes);
        Assert.Equal(1, booted.ExitCode);
        Assert.Contains("The kernel gave up", booted.StandardError, StringComparison.Ordinal);
        Assert.Contains("Kernel panic - not syncing", booted.StandardOutput, StringComparison.Ordinal);
        using var report = Report("boot-disk");
        Assert.Equal("panic", report.RootElement.GetProperty("ending").GetString());
        var gate = await RunAsync("gate", Design, "--workspace", Workspace, "--format", "json");
        using var board = JsonDocument.Parse(gate.StandardOutput);
        Assert.Equal("failed", Part(board, "first-boot.login").GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_iso_is_watched_until_its_installer_starts()
    {
        var booted = await BootAsync(images.Installer, Minutes);
        Assert.True(booted.ExitCode == 0, booted.StandardOutput + booted.StandardError);
        using var report = Report("boot-iso");
        Assert.Equal(["bootLoader", "kernel", "installer"], Milestones(report));
        Assert.Equal("an installation", report.RootElement.GetProperty("notSeen")[0].GetString());
    }

    [Fact]
    public async Task Time_is_up_for_a_machine_that_falls_silent_and_what_was_not_seen_is_said()
    {
        var booted = await BootAsync(images.Silent, "4");
        Assert.Equal(1, booted.ExitCode);
        using var report = Report("boot-disk");
        Assert.Equal("timeLimit", report.RootElement.GetProperty("ending").GetString());
        Assert.Contains("login prompt", report.RootElement.GetProperty("notSeen").EnumerateArray().Select(item => item.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_is_cancelled_is_gone_and_had_no_socket_of_the_network()
    {
        var boot = Command("boot", Folder(), images.Silent, "--workspace", Workspace).ExecuteBufferedAsync();
        var machine = await FindMachineAsync();
        var sockets = Directory.GetFiles($"/proc/{machine}/fd").Select(file => new FileInfo(file).LinkTarget).Where(link => link?.StartsWith("socket:[", StringComparison.Ordinal) == true)
            .Select(link => link!["socket:[".Length..^1]).ToList();
        string[] tables = ["tcp", "tcp6", "udp", "udp6"];
        var inodes = tables.SelectMany(table => File.ReadLines($"/proc/net/{table}").Skip(1)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9]);
        Assert.Empty(inodes.Intersect(sockets, StringComparer.Ordinal));

        await Cli.Wrap("kill").WithArguments(["-INT", boot.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ExecuteAsync();
        Assert.Equal(130, (await boot).ExitCode);
        Assert.False(Directory.Exists($"/proc/{machine}"));
        using var report = Report("boot-disk");
        Assert.Equal("cancelled", report.RootElement.GetProperty("ending").GetString());
    }

    [Fact]
    public async Task What_is_neither_disk_nor_iso_is_refused()
    {
        var refused = await BootAsync(_folder.Write("notes.txt", "x"), Minutes);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("no disk", refused.StandardError, StringComparison.Ordinal);
        var broken = await BootAsync(_folder.Write("broken.qcow2", "x"), Minutes);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("Image is not in qcow2 format", broken.StandardOutput + broken.StandardError, StringComparison.Ordinal);
    }

    private string RunFolder => Directory.GetDirectories(Path.Combine(Workspace, "runs")).Single();

    private string Folder()
    {
        _folder.Write("design/design.toml", "format = 1\n\n[image]\nname = \"boot-sample\"\n");
        return Design;
    }

    private Task<BufferedCommandResult> BootAsync(string file, string seconds) =>
        RunAsync("boot", Folder(), file, "--workspace", Workspace, "--time-limit", seconds);

    private async Task<BufferedCommandResult> RunAsync(params string[] arguments) => await Command(arguments).ExecuteBufferedAsync();

    private static Command Command(params string[] arguments) =>
        Cli.Wrap(DesignerProcess.Executable).WithArguments(arguments).WithValidation(CommandResultValidation.None);

    /// <summary>The machine that boots the silent disk, once it is under way.</summary>
    private async Task<string> FindMachineAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            foreach (var folder in Directory.GetDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
            {
                try
                {
                    var arguments = (await File.ReadAllTextAsync(Path.Combine(folder, "cmdline"), patience.Token)).Split('\0');
                    if (arguments[0] == "qemu-system-x86_64" && arguments.Any(argument => argument.Contains(images.Silent, StringComparison.Ordinal)))
                        return Path.GetFileName(folder);
                }
                catch (IOException)
                {
                    // It has ended meanwhile.
                }
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private JsonDocument Report(string step) => JsonDocument.Parse(File.ReadAllText(Path.Combine(RunFolder, "artifacts", $"boot-{step}.json")));

    private static IEnumerable<string?> Milestones(JsonDocument report) =>
        report.RootElement.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("milestone").GetString());

    private static JsonElement Part(JsonDocument board, string id) =>
        board.RootElement.GetProperty("criteria").EnumerateArray().SelectMany(criterion => criterion.GetProperty("parts").EnumerateArray())
            .Single(part => part.GetProperty("id").GetString() == id);

    private static async Task<string> DigestAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }
}
