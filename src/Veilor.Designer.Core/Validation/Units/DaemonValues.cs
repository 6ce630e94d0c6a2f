using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>Values that systemd's services do not take: they pass over the setting, with a line in the log (journald.conf(5), logind.conf(5), systemd-system.conf(5), resolved.conf(5), timesyncd.conf(5), coredump.conf(5), sleep.conf(5); systemd, conf-parser.c).</summary>
internal static partial class DaemonValues
{
    private static readonly string[] Booleans = ["1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off"];

    private static readonly string[] Levels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "0", "1", "2", "3", "4", "5", "6", "7"];

    private static readonly string[] Actions =
    [
        "ignore", "poweroff", "reboot", "halt", "kexec", "soft-reboot", "suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate", "sleep", "lock", "factory-reset", "secure-attention-key",
    ];

    /// <summary>The kind of value of each key, by service.</summary>
    private static readonly FrozenDictionary<string, Kind> Kinds = Table().ToFrozenDictionary(each => each.Key, each => each.Kind, StringComparer.Ordinal);

    private static IEnumerable<(string Key, Kind Kind)> Table() =>
    [
        ("journald/Storage", Of("auto", "volatile", "persistent", "none")),
        ("journald/SplitMode", Of("uid", "login", "none")),
        .. Each("journald", "Seal ReadKMsg ForwardToSyslog ForwardToKMsg ForwardToConsole ForwardToWall", YesNo),
        .. Each("journald", "MaxLevelStore MaxLevelSyslog MaxLevelKMsg MaxLevelConsole MaxLevelWall MaxLevelSocket", Of(Levels)),
        .. Each("journald", "RateLimitBurst SystemMaxFiles RuntimeMaxFiles", Count),
        .. Each("journald", "SystemMaxUse SystemKeepFree SystemMaxFileSize RuntimeMaxUse RuntimeKeepFree RuntimeMaxFileSize LineMax", Size),
        .. Each("journald", "SyncIntervalSec RateLimitInterval RateLimitIntervalSec MaxRetentionSec MaxFileSec", Length),
        .. Each("logind", "KillUserProcesses RemoveIPC PowerKeyIgnoreInhibited SuspendKeyIgnoreInhibited HibernateKeyIgnoreInhibited RebootKeyIgnoreInhibited LidSwitchIgnoreInhibited", YesNo),
        .. Each("logind", "HandlePowerKey HandlePowerKeyLongPress HandleRebootKey HandleRebootKeyLongPress HandleSuspendKey HandleSuspendKeyLongPress HandleHibernateKey HandleHibernateKeyLongPress", Of(Actions)),
        .. Each("logind", "HandleLidSwitch HandleLidSwitchDocked HandleLidSwitchExternalPower IdleAction", Of(Actions)),
        .. Each("logind", "NAutoVTs ReserveVT InhibitorsMax SessionsMax", Count),
        .. Each("logind", "InhibitDelayMaxSec UserStopDelaySec HoldoffTimeoutSec IdleActionSec StopIdleSessionSec", Length),
        .. Each("system", "LogColor LogLocation DumpCore NoNewPrivileges DefaultMemoryAccounting DefaultTasksAccounting DefaultIOAccounting DefaultIPAccounting", YesNo),
        .. Each("system", "DefaultTimerAccuracySec DefaultTimeoutStartSec DefaultTimeoutStopSec DefaultDeviceTimeoutSec DefaultRestartSec DefaultStartLimitIntervalSec DefaultStartLimitInterval ReloadLimitIntervalSec", Length),
        .. Each("system", "DefaultStartLimitBurst ReloadLimitBurst", Count),
        .. Each("system", "RuntimeWatchdogSec RebootWatchdogSec KExecWatchdogSec RuntimeWatchdogPreSec", Length with { Words = ["off", "default"] }),
        ("system/LogLevel", Of([.. Levels, "null"])),
        ("system/DefaultOOMPolicy", Of("continue", "stop", "kill")),
        .. Each("user", "DefaultTimerAccuracySec DefaultTimeoutStartSec DefaultTimeoutStopSec DefaultRestartSec DefaultStartLimitIntervalSec", Length),
        .. Each("user", "LogColor LogLocation", YesNo),
        ("user/LogLevel", Of([.. Levels, "null"])),
        .. Each("resolved", "LLMNR MulticastDNS", YesNoOr("resolve")),
        ("resolved/DNSSEC", YesNoOr("allow-downgrade")),
        ("resolved/DNSOverTLS", YesNoOr("opportunistic")),
        ("resolved/Cache", YesNoOr("no-negative")),
        ("resolved/DNSStubListener", YesNoOr("udp", "tcp")),
        .. Each("resolved", "ReadEtcHosts ResolveUnicastSingleLabel CacheFromLocalhost", YesNo),
        ("resolved/StaleRetentionSec", Length),
        .. Each("timesyncd", "RootDistanceMaxSec PollIntervalMinSec PollIntervalMaxSec ConnectionRetrySec SaveIntervalSec", Length),
        ("coredump/Storage", Of("none", "external", "journal")),
        ("coredump/Compress", YesNo),
        .. Each("coredump", "ProcessSizeMax ExternalSizeMax JournalSizeMax MaxUse KeepFree", Size with { Words = ["infinity"] }),
        .. Each("sleep", "AllowSuspend AllowHibernation AllowSuspendThenHibernate AllowHybridSleep", YesNo),
        .. Each("sleep", "HibernateDelaySec SuspendEstimationSec", Length),
        ("pstore/Storage", Of("none", "external", "journal")),
        ("pstore/Unlink", YesNo),
    ];

    /// <summary>What the service does not take, as whole sentences; null when it takes the value or nothing is known of the key. An empty value is the default.</summary>
    public static string? Problem(string service, string key, string value) =>
        value.Length > 0 && Kinds.TryGetValue($"{service}/{key}", out var kind) && !kind.Takes(value)
            ? string.Create(CultureInfo.InvariantCulture, $"'{key}={StrayText.Shown(value)}': {service} takes {kind.What} for {key} and passes over another value.")
            : null;

    private static Kind YesNo => new("yes and no") { TakesBooleans = true };

    private static Kind Count => new("a whole number") { Form = CountForm().IsMatch };

    private static Kind Size => new("a size such as 500M") { Form = SizeForm().IsMatch };

    private static Kind Length => new("a length of time such as 90s or 2min") { Form = TimeSpanExpression.IsValid };

    private static Kind Of(params string[] words) => new(string.Join(", ", words.Where(word => !char.IsAsciiDigit(word[0])))) { Words = words };

    private static Kind YesNoOr(params string[] words) => new($"yes, no and {string.Join(", ", words)}") { TakesBooleans = true, Words = words };

    private static IEnumerable<(string Key, Kind Kind)> Each(string service, string keys, Kind kind) => keys.Split(' ').Select(key => ($"{service}/{key}", kind));

    /// <summary>What a key takes.</summary>
    /// <param name="What">It in words, for a sentence.</param>
    private sealed record Kind(string What)
    {
        public string[] Words { get; init; } = [];

        public bool TakesBooleans { get; init; }

        public Func<string, bool>? Form { get; init; }

        public bool Takes(string value) =>
            Words.Contains(value, StringComparer.Ordinal) || (TakesBooleans && Booleans.Contains(value, StringComparer.OrdinalIgnoreCase)) || Form?.Invoke(value) is true;
    }

    [GeneratedRegex(@"^\+?(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|[0-9]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex CountForm();

    [GeneratedRegex(@"^(\s*\+?[0-9]+(\.[0-9]*)?\s*[EPTGMKB]?)+\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SizeForm();
}
