using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>Values of a certain form that keys of services ask for, and that systemd passes over in another one (systemd.exec(5), systemd.resource-control(5); tried key by key with systemd-analyze verify of systemd 252 and 262).</summary>
internal static partial class UnitForms
{
    private const string Service = "Service";

    /// <summary>Keys whose value is one absolute path; a minus before it is for a file that may be missing.</summary>
    private static readonly FrozenSet<string> Paths = Words("EnvironmentFile RootDirectory");

    /// <summary>Keys with a list of absolute paths, with a minus or a plus before them.</summary>
    private static readonly FrozenSet<string> PathLists = Words("ReadWritePaths ReadOnlyPaths InaccessiblePaths ExecPaths NoExecPaths");

    /// <summary>Keys with a list of folders below the one that the key is for.</summary>
    private static readonly FrozenSet<string> Folders = Words("StateDirectory RuntimeDirectory CacheDirectory LogsDirectory ConfigurationDirectory");

    private static readonly FrozenSet<string> Sizes = Words("MemoryMin MemoryLow MemoryHigh MemoryMax MemorySwapMax MemoryZSwapMax");

    private static readonly FrozenSet<string> Limits = Words("LimitNOFILE LimitNPROC LimitLOCKS LimitSIGPENDING LimitRTPRIO");

    private static readonly FrozenSet<string> Capabilities = Words(
        "CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN "
        + "SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE");

    private static readonly FrozenSet<string> CallGroups = Words(
        "@default @aio @basic-io @chown @clock @cpu-emulation @debug @file-system @io-event @ipc @keyring @known @memlock @module @mount @network-io @obsolete @pkey @privileged @process @raw-io @reboot @resources @sandbox @setuid @signal "
        + "@swap @sync @system-service @timer");

    private static readonly string[] Outputs = ["inherit", "null", "tty", "journal", "kmsg", "journal+console", "kmsg+console", "socket", "syslog", "syslog+console"];

    private static readonly string[] OutputKinds = ["file:", "append:", "truncate:", "fd"];

    /// <summary>What systemd passes over, as the end of a sentence about the file; null when it reads the value or knows no form for it.</summary>
    public static string? Problem(string section, string key, string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAny("%\"'\\"))
        {
            return null;
        }

        var words = value.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return section is "Unit" && IsCondition(key) ? value.TrimStart('|', '!', ' ').StartsWith('/') ? null : NoPath(key, value)
            : section is not Service ? null
            : Paths.Contains(key) ? value.TrimStart('-').StartsWith('/') ? null : NoPath(key, value)
            : PathLists.Contains(key) ? words.FirstOrDefault(word => !word.TrimStart('-', '+').StartsWith('/')) is { } path ? NoPath(key, path) : null
            : Folders.Contains(key) ? words.FirstOrDefault(word => word[0] == '/' || word.Split('/').Contains("..", StringComparer.Ordinal)) is { } folder ? $"'{key}={StrayText.Shown(folder)}' must be the name of a folder below the one that the key is for, without a slash before it, so systemd passes over it." : null
            : Sizes.Contains(key) ? SizeForm().IsMatch(value) ? null : Wrong(key, value, "a size such as 500M, a share such as 20% or infinity")
            : Limits.Contains(key) ? LimitForm().IsMatch(value) ? null : Wrong(key, value, "a number, two with a colon between them, or infinity")
            : key switch
            {
                "Environment" => words.FirstOrDefault(word => word.IndexOf('=', StringComparison.Ordinal) <= 0) is { } word ? $"'{StrayText.Shown(word)}' in Environment= is no NAME=VALUE, so systemd passes over it; a value with blanks stands in quotes, name and all." : null,
                "CPUQuota" => Wrong(key, value, "a share such as 50%"),
                "CapabilityBoundingSet" or "AmbientCapabilities" => words.FirstOrDefault(word => !IsCapability(word.TrimStart('~'))) is { } word ? $"'{StrayText.Shown(word)}' in {key}= is no capability, so systemd passes over it. They are written like CAP_NET_BIND_SERVICE, with blanks between them." : null,
                "SystemCallFilter" => words.FirstOrDefault(word => word.TrimStart('~') is ['@', ..] group && !CallGroups.Contains(group.Split(':')[0])) is { } word ? $"'{StrayText.Shown(word)}' in SystemCallFilter= is no group of system calls, so systemd passes over it." : null,
                "StandardOutput" or "StandardError" => Array.IndexOf(Outputs, value) >= 0 || Array.Exists(OutputKinds, each => value.StartsWith(each, StringComparison.Ordinal)) ? null : Wrong(key, value, "journal, null, file:PATH and the like"),
                "Slice" => value.EndsWith(".slice", StringComparison.Ordinal) ? null : Wrong(key, value, "a name that ends in .slice"),
                "Nice" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nice) && nice is >= -20 and <= 19 ? null : Wrong(key, value, "a number from -20 to 19"),
                "OOMScoreAdjust" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score) && score is >= -1000 and <= 1000 ? null : Wrong(key, value, "a number from -1000 to 1000"),
                _ => null,
            };
    }

    private static bool IsCondition(string key) =>
        (key.StartsWith("Condition", StringComparison.Ordinal) || key.StartsWith("Assert", StringComparison.Ordinal))
        && (key.Contains("Path", StringComparison.Ordinal) || key.EndsWith("DirectoryNotEmpty", StringComparison.Ordinal) || key.EndsWith("FileNotEmpty", StringComparison.Ordinal) || key.EndsWith("FileIsExecutable", StringComparison.Ordinal));

    private static bool IsCapability(string word) => word.Length == 0 || (word.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) && Capabilities.Contains(word[4..].ToUpperInvariant()));

    private static string NoPath(string key, string value) => $"'{key}={StrayText.Shown(value)}' is no absolute path, so systemd passes over it.";

    private static string Wrong(string key, string value, string what) => $"'{key}={StrayText.Shown(value)}': systemd takes {what} for {key} and passes over another value.";

    private static FrozenSet<string> Words(string text) => text.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(infinity|[0-9]+(\.[0-9]*)?[ \t]*[KMGTPEB]?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SizeForm();

    [GeneratedRegex(@"^(infinity|\+?[0-9]+)(:(infinity|\+?[0-9]+))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LimitForm();
}
