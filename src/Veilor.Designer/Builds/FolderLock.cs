using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Veilor.Designer.Builds;

/// <summary>
/// Locks a folder for one program by flock(2) on the folder itself, so that no file is left behind. The kernel drops the lock with the program,
/// however that ends; programs that it starts do not inherit it.
/// </summary>
internal static class FolderLock
{
    private const int ReadDirectoryAndCloseOnExec = 0x80000;
    private const int ExclusiveWithoutWaiting = 2 | 4;
    private const int WouldBlock = 11;

    /// <summary>
    /// Takes the lock until the result is disposed; null while another holder has it. Where the folder cannot be locked, as on some network file
    /// systems, nothing is locked: that is no reason not to build.
    /// </summary>
    public static IDisposable? TryTake(string folder)
    {
        var handle = new SafeFileHandle(Open(folder, ReadDirectoryAndCloseOnExec), ownsHandle: true);
        if (!handle.IsInvalid && Lock(handle, ExclusiveWithoutWaiting) != 0 && Marshal.GetLastPInvokeError() == WouldBlock)
        {
            handle.Dispose();
            return null;
        }

        return handle;
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static extern int Lock(SafeFileHandle handle, int operation);
}
