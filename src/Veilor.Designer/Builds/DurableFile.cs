using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Veilor.Designer.Builds;

/// <summary>Replaces a file so that after a crash either the old or the new content is there, never a part of one.</summary>
public static class DurableFile
{
    private const int OpenReadOnlyDirectory = 0x10000 | 0x80000;

    /// <summary>
    /// Writes a temporary file beside <paramref name="path"/>, syncs it, renames it over the target and syncs the folder.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written. The old file is untouched.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        var temporary = path + ".new";
        try
        {
            using (var handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                File.SetUnixFileMode(handle, mode);
                RandomAccess.Write(handle, content, fileOffset: 0);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Makes renames and new names in a folder survive a power cut. .NET opens no folders, hence the system calls.</summary>
    private static void SyncFolder(string folder)
    {
        var descriptor = Open(folder, OpenReadOnlyDirectory);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to sync it.", new Win32Exception());
        }

        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
