using System.Diagnostics;
using System.IO.Compression;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary><c>export</c> as the real executable does it.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private const string Template = "veilor-os";

    private const string WithError =
        "format = 1\n[image]\nname = \"mine\"\n[packages]\ninstall = [\"vim-enhanced\"]\nremove = [\"vim-enhanced\"]\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_gets_exactly_the_rendered_files()
    {
        var target = _folder.Of("out");

        var outcome = await DesignerProcess.RunAsync("export", Template, "--output", target);
        var listed = await DesignerProcess.RunAsync("render", Template);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(target, outcome.Output.TrimEnd('\n'));
        Assert.Equal(listed.OutputLines, FilesOf(target), StringComparer.Ordinal);
        foreach (var path in new[] { "Containerfile", "kickstart/iso.ks", "assets/plymouth/veilor/logo.png", "test/smoke.sh" })
        {
            var rendered = await DesignerProcess.RunAsync("render", Template, "--document", path);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(target, path)), rendered.OutputBytes);
        }
        Assert.True(File.GetUnixFileMode(Path.Combine(target, "test/smoke.sh")).HasFlag(UnixFileMode.OtherExecute));
        Assert.False(File.GetUnixFileMode(Path.Combine(target, "Containerfile")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Password_hashes_can_be_left_out()
    {
        const string Hash = "$6$canarysalt$dc8hvjK6uEqt4cRbonj4P0XbdfQ84tG2zNLrgQ/C2x.Mstg.5FWC.uCRHgKc5LtlcGO9pwcTYXl6yjRg0HXZO1";
        var design = Directory.CreateDirectory(_folder.Of("design")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(design, "design.toml"),
            $"format = 1\n[image]\nname = \"mine\"\n[[users.accounts]]\nname = \"admin\"\npassword = \"{Hash}\"\n");

        var with = await DesignerProcess.RunAsync("export", design, "--output", _folder.Of("with"));
        var without = await DesignerProcess.RunAsync("export", design, "--output", _folder.Of("without"), "--without-credentials");

        Assert.Equal(0, with.ExitCode);
        Assert.Equal(0, without.ExitCode);
        Assert.Contains(Hash, await File.ReadAllTextAsync(_folder.Of("with/kickstart/iso.ks")), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder.Of("without"), "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("$6$", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("out.zip")]
    [InlineData("out.tar.gz")]
    public async Task An_archive_has_no_top_folder_and_the_same_files_and_bytes_each_time(string name)
    {
        var folder = _folder.Of("out");
        await DesignerProcess.RunAsync("export", Template, "--output", folder);
        var file = _folder.Of(name);

        var outcome = await DesignerProcess.RunAsync("export", Template, "--output", file);
        var first = await File.ReadAllBytesAsync(file);
        var again = await DesignerProcess.RunAsync("export", Template, "--output", file);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(first, await File.ReadAllBytesAsync(file));
        var unpacked = Directory.CreateDirectory(_folder.Of("unpacked")).FullName;
        if (name.EndsWith(".zip", StringComparison.Ordinal))
            await ZipFile.ExtractToDirectoryAsync(file, unpacked);
        else
            await SucceedAsync("tar", $"-xzf {file} -C {unpacked}");
        await SucceedAsync("diff", $"-r {folder} {unpacked}");
        Assert.True(File.GetUnixFileMode(Path.Combine(unpacked, "test/smoke.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal(["out", name, "unpacked"], Directory.GetFileSystemEntries(_folder.Path)
            .Select(Path.GetFileName).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_export_opens_again_without_loss()
    {
        var first = _folder.Of("first");
        var second = _folder.Of("second");

        await DesignerProcess.RunAsync("export", Template, "--output", first);
        var outcome = await DesignerProcess.RunAsync("export", first, "--output", second);

        Assert.Equal(0, outcome.ExitCode);
        await SucceedAsync("diff", $"-r {first} {second}");
    }

    [Fact]
    public async Task An_earlier_export_is_replaced_and_a_persons_own_files_stay()
    {
        var target = _folder.Of("out");
        await DesignerProcess.RunAsync("export", Template, "--output", target);
        await File.WriteAllTextAsync(Path.Combine(target, "Containerfile"), "FROM scratch\n");
        Directory.CreateDirectory(Path.Combine(target, ".git"));
        await File.WriteAllTextAsync(Path.Combine(target, ".git", "HEAD"), "ref: refs/heads/main\n");

        var outcome = await DesignerProcess.RunAsync("export", Template, "--output", target);

        Assert.Equal(0, outcome.ExitCode);
        Assert.True(File.Exists(Path.Combine(target, ".git", "HEAD")));
        var rendered = await DesignerProcess.RunAsync("render", Template, "--document", "Containerfile");
        Assert.Equal(rendered.Output, await File.ReadAllTextAsync(Path.Combine(target, "Containerfile")));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        var target = _folder.Of("home");
        Directory.CreateDirectory(target);
        await File.WriteAllTextAsync(Path.Combine(target, "letter.txt"), "Dear");

        var outcome = await DesignerProcess.RunAsync("export", Template, "--output", target);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(target, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], FilesOf(target), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out.zip")]
    [InlineData("out.tar.gz")]
    public async Task A_design_with_errors_is_refused_and_nothing_is_written(string name)
    {
        Directory.CreateDirectory(_folder.Of("design"));
        await File.WriteAllTextAsync(_folder.Of("design", "design.toml"), WithError);

        var outcome = await DesignerProcess.RunInAsync(_folder.Path, "export", "design", "--output", name);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("error VD2001 packages.remove[vim-enhanced]", outcome.Error, StringComparison.Ordinal);
        Assert.Equal([_folder.Of("design")], Directory.GetFileSystemEntries(_folder.Path), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_refused_export_keeps_the_file_that_is_there()
    {
        Directory.CreateDirectory(_folder.Of("design"));
        await File.WriteAllTextAsync(_folder.Of("design", "design.toml"), WithError);
        await File.WriteAllTextAsync(_folder.Of("out.zip"), "the last good one");

        await DesignerProcess.RunInAsync(_folder.Path, "export", "design", "--output", "out.zip");

        Assert.Equal("the last good one", await File.ReadAllTextAsync(_folder.Of("out.zip")));
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Select(file => Path.GetRelativePath(folder, file))
        .Order(StringComparer.Ordinal);

    private static async Task SucceedAsync(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {arguments}: {said}");
    }
}
