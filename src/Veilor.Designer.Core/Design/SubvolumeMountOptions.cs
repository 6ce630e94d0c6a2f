using System.Collections.Frozen;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>
/// Where the mount options of a btrfs subvolume reach a machine. The kickstart's command btrfs has none (pykickstart), so
/// they are added to the line that the installer writes to fstab. What belongs to the file system and not to one mount,
/// such as compress, holds from the first mount of the volume alone (btrfs(5)); where the root is in the volume, that is the
/// initramfs's, which takes it from the kernel argument rootflags and joins several of them (systemd-fstab-generator).
/// </summary>
public static class SubvolumeMountOptions
{
    /// <summary>What each mount has for itself, and what says when it is mounted (mount(8), systemd.mount(5)).</summary>
    private static readonly FrozenSet<string> OfEachMount = Words(
        "defaults rw ro dev nodev suid nosuid exec noexec symfollow nosymfollow auto noauto nofail _netdev user nouser users nousers owner group comment subvol subvolid");

    /// <summary>What each mount has for itself and the root takes as well.</summary>
    private static readonly FrozenSet<string> OfTimes = Words("atime noatime diratime nodiratime relatime norelatime strictatime nostrictatime");

    /// <summary>The options that fstab carries; none for the root.</summary>
    public static IReadOnlyList<string> InFstab(StorageSection storage, Subvolume subvolume) =>
        [.. Of(subvolume).Where(word => !subvolume.MountPoint.IsRoot && (!IsOfFileSystem(word) || !HoldsRoot(storage, subvolume.Volume)))];

    /// <summary>The options that the kernel argument rootflags carries; none for another than the root.</summary>
    public static IReadOnlyList<string> InRootFlags(Subvolume subvolume) =>
        [.. Of(subvolume).Where(word => subvolume.MountPoint.IsRoot && (IsOfFileSystem(word) || OfTimes.Contains(word)))];

    /// <summary>The options that nothing carries.</summary>
    public static IReadOnlyList<string> Lost(StorageSection storage, Subvolume subvolume) =>
        [.. Of(subvolume).Except(InFstab(storage, subvolume), StringComparer.Ordinal).Except(InRootFlags(subvolume), StringComparer.Ordinal)];

    /// <summary>True when something carries an option of the subvolume.</summary>
    public static bool IsCarried(StorageSection storage, Subvolume subvolume) =>
        InFstab(storage, subvolume).Count > 0 || InRootFlags(subvolume).Count > 0;

    private static bool HoldsRoot(StorageSection storage, VolumeName volume) =>
        storage.Subvolumes.Any(each => each.Volume == volume && each.MountPoint.IsRoot);

    private static bool IsOfFileSystem(string word)
    {
        var name = word.Split('=', 2)[0];
        return !name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) && !OfEachMount.Contains(name) && !OfTimes.Contains(name);
    }

    private static string[] Of(Subvolume subvolume) => subvolume.MountOptions?.ToString().Split(',') ?? [];

    private static FrozenSet<string> Words(string text) => text.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
