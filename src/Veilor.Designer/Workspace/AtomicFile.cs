namespace Veilor.Designer.Workspace;

/// <summary>Replaces a file so that after a crash the old or the new content is there, never a part of one.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes a temporary file in the same folder, syncs it, renames it over the target and syncs the folder.
    /// </summary>
    /// <param name="path">The target. A link there is replaced, not followed.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="mode">The mode the file gets whatever the umask is; null leaves it to the umask.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written. The old file is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it. The old file is untouched.</exception>
    public static void Replace(string path, Action<Stream> write, UnixFileMode? mode = null)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.new");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                if (mode is { } given)
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, given);
                }

                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        PosixFiles.SyncFolder(folder);
    }
}
