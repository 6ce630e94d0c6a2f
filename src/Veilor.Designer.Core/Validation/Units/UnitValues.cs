using System.Collections.Frozen;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>
/// Keys that systemd does not have, and words that a key does not take: systemd passes over both (tried with systemd-analyze verify
/// of systemd 252). Of keys only a name that is nearly a known one is told, as newer releases have more.
/// </summary>
internal static class UnitValues
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
        [("Service", "RemainAfterExit")] = Booleans,
        [("Service", "NoNewPrivileges")] = Booleans,
        [("Service", "ProtectKernelTunables")] = Booleans,
        [("Service", "ProtectKernelModules")] = Booleans,
        [("Service", "ProtectKernelLogs")] = Booleans,
        [("Service", "ProtectClock")] = Booleans,
        [("Service", "LockPersonality")] = Booleans,
        [("Service", "MemoryDenyWriteExecute")] = Booleans,
        [("Service", "RestrictRealtime")] = Booleans,
        [("Service", "RestrictSUIDSGID")] = Booleans,
        [("Service", "DynamicUser")] = Booleans,
        [("Service", "PrivateNetwork")] = Booleans,
        [("Unit", "DefaultDependencies")] = Booleans,
        [("Unit", "RefuseManualStart")] = Booleans,
        [("Unit", "StopWhenUnneeded")] = Booleans,
        [("Unit", "AllowIsolate")] = Booleans,
        [("Timer", "Persistent")] = Booleans,
        [("Timer", "WakeSystem")] = Booleans,
        [("Socket", "Accept")] = Booleans,
    }.ToFrozenDictionary();

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
                else if (KnownNames.KeysOfUnits(section) is { } known && !known.Has(key) && Near(key, known) is { } near)
                {
                    return $"systemd has no key '{StrayText.Shown(key)}' in [{section}] and passes over it. Did you mean {near}?";
                }
            }
        }

        return null;
    }

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
