using System.Collections.Frozen;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// The mount options that ext4, XFS and btrfs take: asked of Linux 6.18 with fsconfig(2), one by one. Those of every file system are
/// mount(8)'s, systemd.mount(5)'s and SELinux's.
/// </summary>
internal static class MountOptionNames
{
    private static readonly FrozenSet<string> Common = Words(
        "async sync dirsync auto noauto context fscontext defcontext rootcontext seclabel defaults dev nodev diratime nodiratime exec noexec group "
        + "iversion noiversion mand nomand _netdev nofail relatime norelatime atime noatime strictatime nostrictatime lazytime nolazytime suid nosuid silent loud owner remount "
        + "ro rw user nouser users nousers nosymfollow symfollow comment loop offset sizelimit helper uhelper bind rbind private shared slave unbindable");

    private static readonly FrozenSet<string> Ext4 = Words(
        "bsddf minixdf grpid nogrpid bsdgroups sysvgroups resgid resuid sb errors nouid32 debug oldalloc orlov user_xattr acl norecovery noload bh nobh check reservation noreservation "
        + "journal_path journal_dev journal_async_commit journal_checksum nojournal_checksum commit max_batch_time min_batch_time abort data data_err usrjquota grpjquota jqfmt usrquota "
        + "grpquota prjquota quota noquota barrier nobarrier i_version dax stripe delalloc nodelalloc warn_on_error nowarn_on_error debug_want_extra_isize mblk_io_submit nomblk_io_submit "
        + "block_validity noblock_validity inode_readahead_blks journal_ioprio auto_da_alloc noauto_da_alloc dioread_lock dioread_nolock nodioread_nolock discard nodiscard init_itable "
        + "noinit_itable max_dir_size_kb test_dummy_encryption inlinecrypt nombcache prefetch_block_bitmaps no_prefetch_block_bitmaps mb_optimize_scan");

    /// <summary>Options of ext4 that kernels of Enterprise Linux still take.</summary>
    private static readonly FrozenSet<string> OldExt4 = Words("noacl nouser_xattr");

    private static readonly FrozenSet<string> Xfs = Words(
        "logbufs logbsize logdev rtdev wsync noalign swalloc sunit swidth nouuid grpid nogrpid bsdgroups sysvgroups allocsize norecovery inode64 inode32 ikeep noikeep largeio nolargeio "
        + "attr2 noattr2 filestreams quota noquota usrquota grpquota prjquota uquota gquota pquota uqnoenforce gqnoenforce pqnoenforce qnoenforce discard nodiscard dax lifetime nolifetime "
        + "max_open_zones max_atomic_write");

    /// <summary>Those of btrfs without subvol and subvolid, which the installer writes.</summary>
    private static readonly FrozenSet<string> Btrfs = Words(
        "acl noacl autodefrag noautodefrag barrier nobarrier clear_cache commit compress compress-force datacow nodatacow datasum nodatasum degraded device discard nodiscard enospc_debug "
        + "noenospc_debug fatal_errors flushoncommit noflushoncommit max_inline metadata_ratio norecovery rescan_uuid_tree rescue skip_balance space_cache nospace_cache ssd nossd ssd_spread "
        + "nossd_spread thread_pool treelog notreelog usebackuproot user_subvol_rm_allowed");

    private static readonly FrozenSet<string> Compressions = Words("zlib lzo zstd no none");

    /// <summary>Options whose value is a number.</summary>
    private static readonly FrozenSet<string> Numbers = Words("commit stripe max_batch_time min_batch_time inode_readahead_blks journal_ioprio max_dir_size_kb logbufs sunit swidth metadata_ratio thread_pool");

    private static readonly FrozenDictionary<string, string[]> Values = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["data"] = ["journal", "ordered", "writeback"],
        ["errors"] = ["continue", "remount-ro", "panic"],
        ["data_err"] = ["abort", "ignore"],
        ["fatal_errors"] = ["bug", "panic"],
        ["jqfmt"] = ["vfsold", "vfsv0", "vfsv1"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name that the file system takes.</summary>
    public static IEnumerable<string> Of(FileSystemKind fileSystem) => Common.Concat(fileSystem switch { FileSystemKind.Ext4 => Ext4, FileSystemKind.Btrfs => Btrfs, _ => Xfs });

    /// <summary>True when the file system takes an option of this name; <c>x-</c> and <c>X-</c> are for programs, and no file system sees them.</summary>
    public static bool IsKnown(FileSystemKind fileSystem, string name, bool isEnterpriseLinux) =>
        name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
        || Common.Contains(name)
        || fileSystem switch
        {
            FileSystemKind.Ext4 => Ext4.Contains(name) || (isEnterpriseLinux && OldExt4.Contains(name)),
            FileSystemKind.Btrfs => Btrfs.Contains(name),
            _ => Xfs.Contains(name),
        };

    /// <summary>What the value must be, as a clause; null when it is right or not known.</summary>
    /// <param name="name">The option.</param>
    /// <param name="value">What stands behind its equals sign; null for none.</param>
    public static string? ProblemOf(string name, string? value) => name switch
    {
        _ when Values.TryGetValue(name, out var values) => Array.IndexOf(values, value) >= 0 ? null : string.Join(", ", values),
        "compress" or "compress-force" => value is null || Compressions.Contains(value.Split(':')[0]) ? null : "zlib, lzo, zstd or no, with a level behind a colon",
        _ when Numbers.Contains(name) => value is { Length: > 0 } && value.All(char.IsAsciiDigit) ? null : "a number",
        _ => null,
    };

    private static FrozenSet<string> Words(string text) => text.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
