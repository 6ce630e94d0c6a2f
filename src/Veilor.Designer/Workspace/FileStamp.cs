namespace Veilor.Designer.Workspace;

/// <summary>What tells a file from its later self without reading it.</summary>
/// <param name="Length">Size in bytes.</param>
/// <param name="ChangedTicks">When it was last written, in ticks of UTC.</param>
/// <param name="IsExecutable">Whether its owner may execute it.</param>
public readonly record struct FileStamp(long Length, long ChangedTicks, bool IsExecutable)
{
    /// <exception cref="IOException">There is no such file.</exception>
    public static FileStamp Of(string path)
    {
        var info = new FileInfo(path);
        return new FileStamp(info.Length, info.LastWriteTimeUtc.Ticks, info.UnixFileMode.HasFlag(UnixFileMode.UserExecute));
    }
}
