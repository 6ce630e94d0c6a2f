using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Veilor.Designer.Workspace;

/// <summary>
/// The few system calls of Linux that .NET does not offer: what a name is without following it, and the sync of a folder.
/// </summary>
public static class PosixFiles
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint WantedType = 0x1;

    /// <summary>The size of <c>struct statx</c> and where its mode stands; the same on every architecture (linux/stat.h).</summary>
    private const int StatSize = 256;
    private const int StatModeOffset = 28;
    private const int TypeMask = 0xF000;

    /// <summary>O_DIRECTORY, O_CLOEXEC and O_RDONLY; O_DIRECTORY differs on ARM.</summary>
    private static readonly int OpenFolder =
        (RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x4000 : 0x10000) | 0x80000;

    /// <summary>What the path names; a link is not followed. Null when there is nothing, or it cannot be looked at.</summary>
    public static PosixFileKind? KindOf(string path)
    {
        var buffer = new byte[StatSize];
        if (Statx(CurrentFolder, path, NoFollow, WantedType, buffer) != 0)
        {
            return null;
        }

        return (BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(StatModeOffset)) & TypeMask) switch
        {
            0x8000 => PosixFileKind.File,
            0x4000 => PosixFileKind.Folder,
            0xA000 => PosixFileKind.SymbolicLink,
            _ => PosixFileKind.Special,
        };
    }

    /// <summary>Makes new names and renames in a folder survive a power cut.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or its disk reports an error.</exception>
    public static void SyncFolder(string folder)
    {
        var descriptor = Open(folder, OpenFolder);
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        try
        {
            if (Sync(descriptor) != 0)
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string folder)
    {
        var reason = new Win32Exception(Marshal.GetLastPInvokeError());
        return new IOException($"The folder {folder} cannot be synced: {reason.Message}", reason);
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] buffer);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
