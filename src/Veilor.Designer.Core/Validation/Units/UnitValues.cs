using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>
/// Keys that systemd does not have, and values that a key does not take: systemd passes over both (tried key by key with
/// systemd-analyze verify of systemd 252 and 262). Of keys only a name that is nearly a known one is told, as newer releases have more.
/// </summary>
internal static partial class UnitValues
{
    /// <summary>Keys shorter than this may differ in one letter, others in two.</summary>
    private const int ShortKey = 6;

    /// <summary>What systemd reads as yes or no (parse_boolean).</summary>
    private static readonly string[] Booleans = ["1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off"];

    /// <summary>Keys with a closed list of words, by section and key.</summary>
    private static readonly FrozenDictionary<(string Section, string Key), string[]> Words = new Dictionary<(string, string), string[]>
    {
        [("Service", "Type")] = ["simple", "exec", "forking", "oneshot", "dbus", "notify", "notify-reload", "idle"],
        [("Service", "Restart")] = ["no", "always", "on-success", "on-failure", "on-abnormal", "on-abort", "on-watchdog"],
        [("Service", "KillMode")] = ["control-group", "process", "mixed", "none"],
        [("Service", "NotifyAccess")] = ["none", "main", "exec", "all"],
        [("Service", "ProtectSystem")] = [.. Booleans, "full", "strict"],
        [("Service", "ProtectHome")] = [.. Booleans, "read-only", "tmpfs"],
        [("Service", "ProtectProc")] = ["default", "noaccess", "invisible", "ptraceable"],
        [("Service", "ProcSubset")] = ["all", "pid"],
        [("Service", "DevicePolicy")] = ["auto", "closed", "strict"],
        [("Service", "OOMPolicy")] = ["continue", "stop", "kill"],
        [("Unit", "CollectMode")] = ["inactive", "inactive-or-failed"],
    }
    .Concat(YesNo("Service", "RemainAfterExit NoNewPrivileges ProtectKernelTunables ProtectKernelModules ProtectKernelLogs ProtectClock LockPersonality MemoryDenyWriteExecute RestrictRealtime RestrictSUIDSGID DynamicUser "
        + "PrivateNetwork PrivateDevices PrivateIPC PrivateMounts RemoveIPC GuessMainPID IgnoreSIGPIPE NonBlocking RootDirectoryStartOnly SendSIGHUP SendSIGKILL MountAPIVFS SyslogLevelPrefix TTYReset TTYVHangup "
        + "IOAccounting IPAccounting MemoryAccounting TasksAccounting"))
    .Concat(YesNo("Unit", "DefaultDependencies RefuseManualStart RefuseManualStop StopWhenUnneeded AllowIsolate IgnoreOnIsolate"))
    .Concat(YesNo("Timer", "Persistent WakeSystem RemainAfterElapse FixedRandomDelay OnClockChange OnTimezoneChange"))
    .Concat(YesNo("Socket", "Accept Broadcast FlushPending FreeBind KeepAlive NoDelay PassCredentials PassPacketInfo PassSecurity RemoveOnStop ReusePort Transparent Writable"))
    .Concat(YesNo("Path", "MakeDirectory"))
    .Concat(YesNo("Mount", "ForceUnmount LazyUnmount ReadWriteOnly SloppyOptions"))
    .ToFrozenDictionary();

    /// <summary>Keys that count something, whose value is a length of time.</summary>
    private static readonly FrozenSet<(string Section, string Key)> Lengths = Keys(
        ("Service", "RestartSec RestartMaxDelaySec RuntimeMaxSec RuntimeRandomizedExtraSec TimeoutSec TimeoutStartSec TimeoutStopSec TimeoutAbortSec TimeoutCleanSec WatchdogSec LogRateLimitIntervalSec CPUQuotaPeriodSec StartLimitInterval"),
        ("Unit", "JobTimeoutSec JobRunningTimeoutSec StartLimitInterval StartLimitIntervalSec"),
        ("Timer", "AccuracySec RandomizedDelaySec"),
        ("Socket", "TimeoutSec TriggerLimitIntervalSec PollLimitIntervalSec KeepAliveTimeSec KeepAliveIntervalSec DeferAcceptSec"),
        ("Path", "TriggerLimitIntervalSec"),
        ("Mount", "TimeoutSec"),
        ("Automount", "TimeoutIdleSec"),
        ("Swap", "TimeoutSec"));

    /// <summary>Keys whose value is a mode in octal digits.</summary>
    private static readonly FrozenSet<(string Section, string Key)> Modes = Keys(
        ("Service", "UMask StateDirectoryMode CacheDirectoryMode LogsDirectoryMode ConfigurationDirectoryMode RuntimeDirectoryMode"),
        ("Socket", "SocketMode DirectoryMode"),
        ("Path", "DirectoryMode"),
        ("Mount", "DirectoryMode"),
        ("Automount", "DirectoryMode"));

    private static IEnumerable<KeyValuePair<(string, string), string[]>> YesNo(string section, string keys) => keys.Split(' ').Select(key => KeyValuePair.Create((section, key), Booleans));

    private static FrozenSet<(string, string)> Keys(params (string Section, string Names)[] keys) => keys.SelectMany(each => each.Names.Split(' ').Select(name => (each.Section, name))).ToFrozenSet();

    /// <summary>What systemd passes over in the unit, as the end of a sentence about the file; null when it reads all.</summary>
    public static string? Problem(UnitFile unit)
    {
        foreach (var section in unit.Sections.Distinct(StringComparer.Ordinal))
        {
            foreach (var (key, value) in unit.Settings(section))
            {
                if (Words.TryGetValue((section, key), out var words))
                {
                    if (value.Length > 0 && !value.Contains('%', StringComparison.Ordinal) && !words.Contains(value, ReferenceEquals(words, Booleans) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
                        && !(words.Length > Booleans.Length && Booleans.Contains(value, StringComparer.OrdinalIgnoreCase)))
                    {
                        return $"'{key}={StrayText.Shown(value)}': systemd takes {(ReferenceEquals(words, Booleans) ? "yes and no" : string.Join(", ", words.Except(Booleans, StringComparer.Ordinal)))} for {key} and passes over another word.";
                    }
                }
                else if (Lengths.Contains((section, key)))
                {
                    if (!IsOpen(value) && !TimeSpanExpression.IsValid(value))
                    {
                        return $"'{key}={StrayText.Shown(value)}' is no length of time such as 90s or 2min, so systemd passes over it.";
                    }
                }
                else if (Modes.Contains((section, key)))
                {
                    if (!IsOpen(value) && !ModeForm().IsMatch(value))
                    {
                        return $"'{key}={StrayText.Shown(value)}' is no mode in octal digits such as 0750, so systemd passes over it.";
                    }
                }
                else if (UnitForms.Problem(section, key, value) is { } problem)
                {
                    return problem;
                }
                else if (KnownNames.KeysOfUnits(section) is { } known && !known.Has(key) && Near(key, known) is { } near)
                {
                    return $"systemd has no key '{StrayText.Shown(key)}' in [{section}] and passes over it. Did you mean {near}?";
                }
            }
        }

        return UnitNames.Problem(unit);
    }

    /// <summary>True for an empty value, which is the default, and for one that a specifier decides.</summary>
    private static bool IsOpen(string value) => value.Length == 0 || value.Contains('%', StringComparison.Ordinal);

    [GeneratedRegex("^[0-7]{1,5}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ModeForm();

    /// <summary>The key of the list that differs in the fewest letters, when these are few; null for a key that is near to none.</summary>
    public static string? Near(string key, NameList known)
    {
        var allowed = key.Length < ShortKey ? 1 : 2;
        return known.All.Where(each => Math.Abs(each.Length - key.Length) <= allowed)
            .Select(each => (Name: each, Distance: UnknownKey.Distance(key, each)))
            .Where(each => each.Distance <= allowed)
            .OrderBy(each => each.Distance).ThenBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => each.Name)
            .FirstOrDefault();
    }
}
