using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>Values that journald and logind do not take: they pass over the setting, with a line in the log (journald.conf(5), logind.conf(5); systemd, conf-parser.c). Lengths of time are not judged.</summary>
internal static partial class DaemonValues
{
    private static readonly string[] Booleans = ["1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off"];

    private static readonly string[] Levels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "0", "1", "2", "3", "4", "5", "6", "7"];

    private static readonly string[] Actions =
    [
        "ignore", "poweroff", "reboot", "halt", "kexec", "soft-reboot", "suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate", "sleep", "lock", "factory-reset", "secure-attention-key",
    ];

    private static readonly FrozenDictionary<string, (string[]? Words, Regex? Form, string What)> Kinds = new Dictionary<string, (string[]?, Regex?, string)>(StringComparer.Ordinal)
    {
        ["journald/Storage"] = Of("auto", "volatile", "persistent", "none"),
        ["journald/SplitMode"] = Of("uid", "login", "none"),
        ["journald/Seal"] = YesNo,
        ["journald/ReadKMsg"] = YesNo,
        ["journald/ForwardToSyslog"] = YesNo,
        ["journald/ForwardToKMsg"] = YesNo,
        ["journald/ForwardToConsole"] = YesNo,
        ["journald/ForwardToWall"] = YesNo,
        ["journald/MaxLevelStore"] = Of(Levels),
        ["journald/MaxLevelSyslog"] = Of(Levels),
        ["journald/MaxLevelKMsg"] = Of(Levels),
        ["journald/MaxLevelConsole"] = Of(Levels),
        ["journald/MaxLevelWall"] = Of(Levels),
        ["journald/RateLimitBurst"] = Count,
        ["journald/SystemMaxFiles"] = Count,
        ["journald/RuntimeMaxFiles"] = Count,
        ["journald/SystemMaxUse"] = Size,
        ["journald/SystemKeepFree"] = Size,
        ["journald/SystemMaxFileSize"] = Size,
        ["journald/RuntimeMaxUse"] = Size,
        ["journald/RuntimeKeepFree"] = Size,
        ["journald/RuntimeMaxFileSize"] = Size,
        ["journald/LineMax"] = Size,
        ["logind/KillUserProcesses"] = YesNo,
        ["logind/RemoveIPC"] = YesNo,
        ["logind/PowerKeyIgnoreInhibited"] = YesNo,
        ["logind/SuspendKeyIgnoreInhibited"] = YesNo,
        ["logind/HibernateKeyIgnoreInhibited"] = YesNo,
        ["logind/RebootKeyIgnoreInhibited"] = YesNo,
        ["logind/LidSwitchIgnoreInhibited"] = YesNo,
        ["logind/HandlePowerKey"] = Of(Actions),
        ["logind/HandlePowerKeyLongPress"] = Of(Actions),
        ["logind/HandleRebootKey"] = Of(Actions),
        ["logind/HandleRebootKeyLongPress"] = Of(Actions),
        ["logind/HandleSuspendKey"] = Of(Actions),
        ["logind/HandleSuspendKeyLongPress"] = Of(Actions),
        ["logind/HandleHibernateKey"] = Of(Actions),
        ["logind/HandleHibernateKeyLongPress"] = Of(Actions),
        ["logind/HandleLidSwitch"] = Of(Actions),
        ["logind/HandleLidSwitchDocked"] = Of(Actions),
        ["logind/HandleLidSwitchExternalPower"] = Of(Actions),
        ["logind/IdleAction"] = Of(Actions),
        ["logind/NAutoVTs"] = Count,
        ["logind/ReserveVT"] = Count,
        ["logind/InhibitorsMax"] = Count,
        ["logind/SessionsMax"] = Count,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the service does not take, as whole sentences; null when it takes the value or nothing is known of the key. An empty value is the default.</summary>
    public static string? Problem(string service, string key, string value) =>
        value.Length > 0 && Kinds.TryGetValue($"{service}/{key}", out var kind)
            && (kind.Words is not null ? !kind.Words.Contains(value, ReferenceEquals(kind.Words, Booleans) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal) : !kind.Form!.IsMatch(value))
            ? string.Create(CultureInfo.InvariantCulture, $"'{key}={StrayText.Shown(value)}': {service} takes {kind.What} for {key} and passes over another value.")
            : null;

    private static (string[]? Words, Regex? Form, string What) YesNo => (Booleans, null, "yes and no");

    private static (string[]? Words, Regex? Form, string What) Count => (null, CountForm(), "a whole number");

    private static (string[]? Words, Regex? Form, string What) Size => (null, SizeForm(), "a size such as 500M");

    private static (string[]? Words, Regex? Form, string What) Of(params string[] words) => (words, null, string.Join(", ", words.Where(word => !char.IsAsciiDigit(word[0]))));

    [GeneratedRegex(@"^\+?(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|[0-9]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex CountForm();

    [GeneratedRegex(@"^(\s*\+?[0-9]+(\.[0-9]*)?\s*[EPTGMKB]?)+\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SizeForm();
}
