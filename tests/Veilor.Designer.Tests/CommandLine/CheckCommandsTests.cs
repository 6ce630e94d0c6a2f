using System.Text;
using System.Text.Json;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>The two commands that check files people already have, as the real executable does them.</summary>
public sealed class CheckCommandsTests : IDisposable
{
    private const string Config = "[customizations]\nhostname = \"x\"\n";
    private const string Locked = "[[customizations.user]]\nname = \"ada\"\npassword = \"$y$j9T$abc$def\"\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_config_is_accepted_with_0_and_the_builder_s_warning()
    {
        var file = Write("config.toml", Config);

        var outcome = await DesignerProcess.RunAsync("check-config", file, "--rootfs", "xfs");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal($"{file}: accept", outcome.OutputLines[0]);
        Assert.Equal($"{file}: warning: blueprint validation failed for image type \"qcow2\": customizations.hostname: not supported", outcome.OutputLines[1]);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task The_other_builder_rejects_the_same_config_with_1_and_a_place()
    {
        var file = Write("config.toml", Config);

        var outcome = await DesignerProcess.RunAsync("check-config", file, "--rootfs", "xfs", "--builder", "image-builder");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"{file}: reject", outcome.OutputLines[0]);
        Assert.Equal($"{file}:2:1: error: Warnings during manifest creation:", outcome.OutputLines[1]);
        Assert.Contains("customizations.hostname: not supported", outcome.OutputLines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_traps_have_line_and_column_in_text_and_json()
    {
        var file = Write("config.toml", Locked);

        var text = await DesignerProcess.RunAsync("check-config", file, "--rootfs", "xfs");
        var json = await DesignerProcess.RunAsync("check-config", file, "--rootfs", "xfs", "--format", "json");

        Assert.Equal(0, text.ExitCode);
        Assert.Contains(text.OutputLines, line => line.StartsWith($"{file}:3:", StringComparison.Ordinal) && line.Contains("trap (error, ", StringComparison.Ordinal));
        using var report = JsonDocument.Parse(json.OutputBytes);
        var only = report.RootElement.EnumerateArray().Single();
        Assert.Equal("accept", only.GetProperty("verdict").GetString());
        Assert.Contains(only.GetProperty("traps").EnumerateArray(), trap => trap.GetProperty("line").GetInt32() == 3 && trap.GetProperty("column").GetInt32() > 0);
    }

    [Fact]
    public async Task Without_a_root_file_system_the_builder_stops()
    {
        var outcome = await DesignerProcess.RunAsync("check-config", Write("config.toml", ""));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("missing required info: DefaultRootFs", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("--rootfs ext4, xfs or btrfs", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check-config", "{\"name\":\"a\"}", "-: accept", 0)]
    [InlineData("check-config", "name = \"a\"", "-:1:2: error: cannot read config: cannot decode \"-\"", 1)]
    [InlineData("check-kickstart", "text\nreboot\n", "-: accept", 0)]
    [InlineData("check-kickstart", "text\nrebot\n", "-:2:", 1)]
    public async Task Standard_input_is_a_file_of_its_own(string command, string text, string line, int status)
    {
        string[] flags = command == "check-config" ? ["--rootfs", "xfs"] : [];
        var outcome = await DesignerProcess.RunWithInputAsync(text, [command, "-", .. flags]);

        Assert.Contains(line, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(status, outcome.ExitCode);
    }

    [Theory]
    [InlineData(1, "--type", "qcow2", "--type", "anaconda-iso")]
    [InlineData(0, "--type", "qcow2", "--type", "raw")]
    [InlineData(1, "--type", "floppy")]
    [InlineData(1, "--type", "bootc-installer")]
    [InlineData(0, "--type", "bootc-installer", "--payload-ref", "quay.io/a/b")]
    [InlineData(1, "--type", "anaconda-iso", "--os-id", "veilor")]
    [InlineData(0, "--type", "anaconda-iso", "--os-id", "veilor", "--id-like", "fedora")]
    [InlineData(0, "--type", "anaconda-iso", "--os-id", "veilor", "--id-like", "other fedora")]
    [InlineData(1, "--os-version", "rawhide")]
    [InlineData(2, "--builder", "mkosi")]
    [InlineData(2, "--format", "yaml")]
    [InlineData(2, "--bogus")]
    public async Task Every_flag_counts(int status, params string[] flags)
    {
        var outcome = await DesignerProcess.RunAsync(["check-config", Write("config.toml", ""), "--rootfs", "ext4", .. flags]);

        Assert.True(status == outcome.ExitCode, outcome.Output + outcome.Error);
    }

    /// <summary>An option with nothing behind its equals sign is empty, as it is for the real builders; it takes no other word.</summary>
    [Theory]
    [InlineData(1, "missing required info: OSInfo.OSRelease.VersionID", "--os-version=", "--type", "qcow2", "--rootfs", "xfs")]
    [InlineData(1, "missing required info: OSInfo.OSRelease.VersionID", "--os-version", "", "--rootfs", "xfs")]
    [InlineData(1, "missing required info: DefaultRootFs", "--rootfs=", "--type", "qcow2")]
    [InlineData(1, "unsupported image type \"\"", "--rootfs", "xfs", "--type=raw", "--type=")]
    [InlineData(2, "--rootfs", "--rootfs", "xfs", "--rootfs=")]
    [InlineData(2, "Must be one of", "--builder=", "--rootfs", "xfs")]
    [InlineData(2, "There is no option --bogus.", "--rootfs", "xfs", "--bogus")]
    [InlineData(2, "There is no option --bogus.", "--rootfs", "xfs", "--bogus=")]
    [InlineData(2, "There is no option -x.", "--rootfs", "xfs", "-x")]
    public async Task An_empty_value_stays_empty_and_an_unknown_option_is_named(int status, string expected, params string[] flags)
    {
        var outcome = await DesignerProcess.RunAsync(["check-config", .. flags, Write("config.toml", "")]);

        Assert.True(status == outcome.ExitCode, outcome.Output + outcome.Error);
        Assert.Contains(expected, outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be read", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_a_checked_file_names_are_looked_up()
    {
        Write("lang.ks", "lang en_US.UTF-8\n");
        var config = Write("config.toml", $"[[customizations.files]]\npath = \"/etc/x\"\nuri = \"file://{Path.Combine(_folder.Path, "lang.ks")}\"\n");
        var kickstart = Write("some.ks", "%include lang.ks\n");
        var broken = Write("broken.ks", "%include none.ks\n");

        var iso = await DesignerProcess.RunAsync("check-config", config, "--rootfs", "xfs", "--type", "anaconda-iso");
        var disk = await DesignerProcess.RunAsync("check-config", config, "--rootfs", "xfs");
        var there = await DesignerProcess.RunAsync("check-kickstart", kickstart);
        var missing = await DesignerProcess.RunAsync("check-kickstart", broken);

        Assert.Equal((0, 1, 0, 1), (iso.ExitCode, disk.ExitCode, there.ExitCode, missing.ExitCode));
        Assert.Contains("files from an URI are not supported for bootc disk images", disk.Output, StringComparison.Ordinal);
        Assert.Contains("[Errno 2] No such file or directory: 'none.ks'", missing.Output, StringComparison.Ordinal);
        Assert.Contains("include-not-read", missing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_rule_only_the_first_traps_are_printed_and_the_rest_is_counted()
    {
        var file = Write("users.toml", string.Concat(Enumerable.Repeat("[[customizations.user]]\nname = \"ada\"\n", 1_001)));

        var text = await DesignerProcess.RunAsync("check-config", file, "--rootfs", "xfs");
        var json = await DesignerProcess.RunAsync("check-config", file, "--rootfs", "xfs", "--format", "json");

        Assert.Equal(0, text.ExitCode);
        Assert.Equal(200, text.OutputLines.Count(line => line.Contains("duplicate-user)", StringComparison.Ordinal)));
        Assert.Contains($"{file}: 800 more traps of the rule duplicate-user are left out.", text.OutputLines);
        using var report = JsonDocument.Parse(json.OutputBytes);
        Assert.Equal(200, report.RootElement[0].GetProperty("traps").GetArrayLength());
        Assert.Equal(800, report.RootElement[0].GetProperty("trapsLeftOut").GetProperty("duplicate-user").GetInt32());
    }

    [Fact]
    public async Task Several_files_are_checked_in_one_run_and_one_that_is_missing_does_not_hide_the_others()
    {
        string[] files = [Write("a.toml", ""), Write("b.json", "{\"bogus\": 1}"), Write("c.yaml", ""), Write("d.toml", "name = \"a"), Path.Combine(_folder.Path, "no.toml"), _folder.Path];

        var outcome = await DesignerProcess.RunAsync(["check-config", "--rootfs", "xfs", .. files]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([$"{files[0]}: accept", $"{files[1]}: reject", $"{files[2]}: reject", $"{files[3]}: reject"], outcome.OutputLines.Where(line => line.EndsWith(": accept", StringComparison.Ordinal) || line.EndsWith(": reject", StringComparison.Ordinal)));
        Assert.Contains("unsupported file extension", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("no.toml cannot be read", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"{_folder.Path} is a directory.", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config.toml", "files cannot contain NULL bytes")]
    [InlineData("config.json", "invalid character")]
    [InlineData("some.ks", "'utf-8' codec can't decode byte 0xff in position 2")]
    public async Task Bytes_that_are_no_text_are_rejected(string name, string message)
    {
        var path = Path.Combine(_folder.Path, name);
        await File.WriteAllBytesAsync(path, [(byte)'#', (byte)'\n', 0xff, 0x00, 0x80, 0xfe], TestContext.Current.CancellationToken);

        var outcome = name.EndsWith(".ks", StringComparison.Ordinal)
            ? await DesignerProcess.RunAsync("check-kickstart", path)
            : await DesignerProcess.RunAsync("check-config", path, "--rootfs", "xfs");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "accept", new byte[] { 0xff, 0xfe }, "name = \"a\"\n")]
    [InlineData(0, "accept", new byte[] { 0xfe, 0xff }, "")]
    [InlineData(0, "accept", new byte[] { 0xef, 0xbb, 0xbf }, "name = \"a\"\n")]
    [InlineData(1, "files cannot contain NULL bytes; probably using UTF-16", new byte[] { 0xff, 0xfe }, "n\0a\0m\0e\0")]
    [InlineData(1, "invalid UTF-8 byte: 0xff", new byte[] { (byte)'#', 0xff, 0xfe }, "\n")]
    public async Task A_byte_order_mark_is_passed_over_as_the_parser_does(int status, string expected, byte[] mark, string text)
    {
        var path = Path.Combine(_folder.Path, "config.toml");
        await File.WriteAllBytesAsync(path, [.. mark, .. Encoding.UTF8.GetBytes(text)], TestContext.Current.CancellationToken);

        var outcome = await DesignerProcess.RunAsync("check-config", path, "--rootfs", "xfs");

        Assert.True(status == outcome.ExitCode, outcome.Output + outcome.Error);
        Assert.Contains(expected, outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check-config --vectors {0}")]
    [InlineData("check-config {1} --rootfs xfs --format json")]
    [InlineData("check veilor-os")]
    [InlineData("render veilor-os --document Containerfile")]
    [InlineData("templates")]
    [InlineData("--help")]
    public async Task A_result_that_cannot_be_written_is_said_in_a_sentence(string command)
    {
        var vectors = Write("vectors.json", "[{\"id\": \"a\", \"config\": \"\"}]");
        var words = string.Format(System.Globalization.CultureInfo.InvariantCulture, command, vectors, Write("config.toml", ""));
        var start = new System.Diagnostics.ProcessStartInfo("bash") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", $"exec dotnet \"$0\" {words} > /dev/full", Path.Combine(AppContext.BaseDirectory, "veilor-designer.dll")])
            start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Equal(["The result could not be written: No space left on device."], error.TrimEnd().Split('\n').Select(line => line.Split(" : ")[0].TrimEnd()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("x = ", "[", ".toml")]
    [InlineData("x = ", "{b = ", ".toml")]
    [InlineData("x = ", "[{b.c = ", ".toml")]
    [InlineData("", "a.", ".toml")]
    [InlineData("[", "a.", ".toml")]
    [InlineData("", "[", ".json")]
    [InlineData("", "{\"a\":", ".json")]
    public async Task Deep_nesting_is_rejected_and_nothing_breaks(string start, string part, string extension)
    {
        var text = start + string.Concat(Enumerable.Repeat(part, 100_000)) + "a";

        var outcome = await DesignerProcess.RunAsync("check-config", Write("deep" + extension, text), "--rootfs", "xfs");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task Large_files_are_checked_and_endless_ones_refused()
    {
        var config = new StringBuilder();
        var kickstart = new StringBuilder("text\n%packages\n");
        for (var i = 0; i < 20_000; i++)
        {
            config.Append("[[customizations.files]]\npath = \"/etc/").Append(i).Append("\"\ndata = \"\"\"\nline\n\"\"\"\n");
            kickstart.Append("package-").Append(i).Append('\n');
        }

        var accepted = await DesignerProcess.RunAsync("check-config", Write("large.toml", config.ToString()), "--rootfs", "xfs");
        var installed = await DesignerProcess.RunAsync("check-kickstart", Write("large.ks", kickstart.Append("%end\n").ToString()));
        var endless = await DesignerProcess.RunAsync("check-kickstart", "/dev/zero");

        Assert.True(accepted.ExitCode == 0, accepted.Output[..Math.Min(500, accepted.Output.Length)]);
        Assert.True(installed.ExitCode == 0, installed.Output[..Math.Min(500, installed.Output.Length)]);
        Assert.Equal(2, endless.ExitCode);
        Assert.Contains("/dev/zero is larger than 32 MiB.", endless.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kickstart_is_checked_for_the_version_that_is_asked_for()
    {
        var file = Write("some.ks", "text\npart btrfs.1 --size=1000\n");

        var default43 = await DesignerProcess.RunAsync("check-kickstart", file);
        var rhel = await DesignerProcess.RunAsync("check-kickstart", file, "--version", "RHEL10");
        var json = await DesignerProcess.RunAsync("check-kickstart", file, "--version", "RHEL10", "--format", "json");

        Assert.Equal(0, default43.ExitCode);
        Assert.Equal(1, rhel.ExitCode);
        Assert.Contains($"{file}:2: error: The following problem occurred on line 2 of the kickstart file: Btrfs file system is not supported", rhel.OutputLines);
        using var report = JsonDocument.Parse(json.OutputBytes);
        Assert.Equal(2, report.RootElement[0].GetProperty("errors")[0].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(0, "text\r\nreboot\r\n")]
    [InlineData(1, "\ufefftext\n")]
    [InlineData(1, "%post\necho\n")]
    [InlineData(2, "", "--version", "F12")]
    public async Task A_kickstart_is_read_as_it_is(int status, string text, params string[] flags)
    {
        var outcome = await DesignerProcess.RunAsync(["check-kickstart", Write("some.ks", text), .. flags]);

        Assert.True(status == outcome.ExitCode, outcome.Output + outcome.Error);
    }

    [Fact]
    public async Task Vectors_print_one_object_a_line_and_end_with_0_when_all_agree()
    {
        var configs = Write("configs.json", """
            [{"id": "a", "config": "", "format": "toml", "types": ["qcow2"], "rootfs": "xfs", "frontend": "bootc-image-builder", "options": {}, "verdict": "accept"},
             {"id": "b\"", "config": "{}", "format": "json", "types": ["bootc-installer"], "rootfs": "xfs", "frontend": "image-builder", "options": {"payload-ref": "x"}, "verdict": "accept"},
             {"id": "c", "config": "", "format": "toml", "types": ["anaconda-iso"], "rootfs": "xfs", "frontend": "bootc-image-builder", "options": {"os-id": "veilor", "os-version": "1"}, "verdict": "reject"}]
            """);
        var kickstarts = Write("kickstarts.json", """
            [{"id": "k", "kickstart": "part btrfs.1 --size=1", "verdict": {"F43": {"result": "accept"}, "F44": {"result": "accept"}, "RHEL10": {"result": "reject"}}}]
            """);

        var first = await DesignerProcess.RunAsync("check-config", "--vectors", configs);
        var second = await DesignerProcess.RunAsync("check-kickstart", "--vectors", kickstarts);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(["{\"id\":\"a\",\"verdict\":\"accept\"}", "{\"id\":\"b\\\"\",\"verdict\":\"accept\"}", "{\"id\":\"c\",\"verdict\":\"reject\"}"], first.OutputLines);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(["{\"id\":\"k\",\"F43\":\"accept\",\"F44\":\"accept\",\"RHEL10\":\"reject\"}"], second.OutputLines);
    }

    [Theory]
    [InlineData("[{\"id\": \"a\", \"config\": \"\", \"types\": [\"qcow2\"], \"rootfs\": \"xfs\", \"verdict\": \"reject\"}]", 1)]
    [InlineData("{}", 2)]
    [InlineData("not JSON", 2)]
    [InlineData("[{\"id\": \"a\", \"config\": \"\", \"options\": {\"os-version\": 43}}]", 2)]
    public async Task A_vector_file_can_differ_or_be_none(string text, int status)
    {
        var outcome = await DesignerProcess.RunAsync("check-config", "--vectors", Write("vectors.json", text));

        Assert.True(status == outcome.ExitCode, outcome.Output + outcome.Error);
    }

    [Theory]
    [InlineData("check-config")]
    [InlineData("check-kickstart")]
    public async Task A_file_beside_vectors_is_a_usage_error_and_nothing_is_checked(string command)
    {
        var file = Write("some.toml", Config);

        var outcome = await DesignerProcess.RunAsync(command, "--vectors", Write("vectors.json", "[]"), file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"leave out {file}", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("check-config")]
    [InlineData("check-kickstart")]
    public async Task Without_a_file_it_is_a_usage_error(string command) =>
        Assert.Equal(2, (await DesignerProcess.RunAsync(command)).ExitCode);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
