using System.Diagnostics;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

public sealed class ContentLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("veilor-content-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Links_and_pipes_are_refused_and_never_followed()
    {
        Write("overlay/etc/plain", "plain\n");
        File.CreateSymbolicLink(PathOf("overlay/etc/link"), "/etc/passwd");
        Directory.CreateSymbolicLink(PathOf("overlay/tree"), "/etc");
        Directory.CreateSymbolicLink(PathOf("scripts"), "/etc");
        Run("mkfifo", PathOf("overlay/etc/pipe"));

        var reading = ContentLoader.Load(_folder.FullName);

        Assert.Equal(["overlay/etc/plain"], reading.Content.Files.Select(file => file.Path));
        Assert.Equal(
            ["overlay/etc/link", "overlay/etc/pipe", "overlay/tree", "scripts"],
            reading.Refused.Select(refused => refused.Path));
    }

    [Fact]
    public void A_name_that_no_archive_could_carry_is_refused()
    {
        Write("overlay/etc/two\nlines", "");
        Write("overlay/.git/config", "");

        var reading = ContentLoader.Load(_folder.FullName);

        Assert.Empty(reading.Content.Files);
        Assert.Equal(2, reading.Refused.Count);
        Assert.All(reading.Refused, refused => Assert.NotEmpty(refused.Reason));
    }

    [Fact]
    public void What_did_not_change_keeps_its_reference()
    {
        Write("overlay/etc/one", "one\n");
        Write("overlay/etc/two", "two\n");
        var first = ContentLoader.Load(_folder.FullName);
        var same = ContentLoader.Load(_folder.FullName, first);
        File.SetUnixFileMode(PathOf("overlay/etc/two"), FileModes.Executable);
        var changed = ContentLoader.Load(_folder.FullName, same);

        Assert.Same(first.Content, same.Content);
        Assert.NotSame(first.Content, changed.Content);
        Assert.Same(first.Content.Find("overlay/etc/one"), changed.Content.Find("overlay/etc/one"));
        Assert.True(changed.Content.Find("overlay/etc/two")!.IsExecutable);
    }

    [Fact]
    public void A_file_that_changed_since_it_was_seen_is_not_read_as_the_old_one()
    {
        Write("overlay/etc/one", "one\n");
        var file = ContentLoader.Load(_folder.FullName).Content.Find("overlay/etc/one")!;
        Write("overlay/etc/one", "another\n");

        Assert.Contains("changed", Assert.Throws<IOException>(() => file.Text).Message, StringComparison.Ordinal);
    }

    private static void Run(string command, string argument)
    {
        using var process = Process.Start(command, argument);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private string PathOf(string relative) => Path.Combine(_folder.FullName, relative);

    private void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }
}
