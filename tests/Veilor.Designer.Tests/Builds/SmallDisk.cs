using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.Tests.Builds;

/// <summary>A real file system of a few megabytes, so that a disk can be full.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<SmallDisk> MountAsync(string path, int megabytes)
    {
        await Cli.Wrap("mount").WithArguments(["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path]).ExecuteBufferedAsync();
        return new SmallDisk(path);
    }

    public async ValueTask DisposeAsync() => await Cli.Wrap("umount").WithArguments(["--lazy", Path]).ExecuteBufferedAsync();
}
