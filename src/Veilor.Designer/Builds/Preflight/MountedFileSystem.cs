using System.Runtime.InteropServices;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>The file system that a folder lies on.</summary>
/// <param name="Device">Major and minor number as the kernel lists them; one for all subvolumes of a btrfs, which have device numbers of their own for stat(2).</param>
/// <param name="MountPoint">Where it is mounted.</param>
/// <param name="Type">Its type, such as <c>ext4</c>.</param>
public sealed record MountedFileSystem(string Device, string MountPoint, string Type)
{
    private const string Table = "/proc/self/mountinfo";

    /// <summary>The file system of a folder, or of its nearest parent that exists; null when it cannot be said.</summary>
    public static MountedFileSystem? Of(string folder)
    {
        try
        {
            var mounts = File.ReadAllText(Table);
            for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
            {
                if (Resolve(at) is { } real)
                {
                    return Find(mounts, real);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return null;
    }

    /// <summary>Finds the mount with the longest mount point above a path. A later one over the same point hides the earlier.</summary>
    /// <param name="mounts">The text of <c>/proc/self/mountinfo</c> (proc_pid_mountinfo(5)).</param>
    /// <param name="path">An absolute path without links.</param>
    public static MountedFileSystem? Find(string mounts, string path)
    {
        MountedFileSystem? found = null;
        foreach (var line in mounts.Split('\n'))
        {
            var fields = line.Split(' ');
            var dash = Array.IndexOf(fields, "-");
            if (dash < 6 || dash + 1 >= fields.Length)
            {
                continue;
            }

            var point = Unescape(fields[4]);
            var isAbove = point == "/" || path == point || path.StartsWith(point + "/", StringComparison.Ordinal);
            if (isAbove && (found is null || point.Length >= found.MountPoint.Length))
            {
                found = new MountedFileSystem(fields[2], point, fields[dash + 1]);
            }
        }

        return found;
    }

    /// <summary>Space, tab, line feed and backslash stand in the table as three octal digits.</summary>
    private static string Unescape(string field) => field
        .Replace(@"\040", " ", StringComparison.Ordinal).Replace(@"\011", "\t", StringComparison.Ordinal)
        .Replace(@"\012", "\n", StringComparison.Ordinal).Replace(@"\134", @"\", StringComparison.Ordinal);

    private static string? Resolve(string path)
    {
        var resolved = RealPath(path, IntPtr.Zero);
        if (resolved == IntPtr.Zero)
        {
            return null;
        }

        try
        {
            return Marshal.PtrToStringUTF8(resolved);
        }
        finally
        {
            Free(resolved);
        }
    }

    [DllImport("libc", EntryPoint = "realpath")]
    private static extern IntPtr RealPath([MarshalAs(UnmanagedType.LPUTF8Str)] string path, IntPtr buffer);

    [DllImport("libc", EntryPoint = "free")]
    private static extern void Free(IntPtr memory);
}
