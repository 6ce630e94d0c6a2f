using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>Names of units as they stand in unit files, always with their type (systemd.unit(5)).</summary>
internal static partial class UnitNames
{
    private static readonly string[] Types = ["service", "socket", "timer", "path", "mount", "automount", "swap", "target", "slice", "scope", "device"];

    private static readonly string[] Lists =
    [
        "After", "Before", "Requires", "Requisite", "Wants", "BindsTo", "PartOf", "Upholds", "Conflicts", "OnFailure", "OnSuccess", "PropagatesReloadTo", "ReloadPropagatedFrom", "PropagatesStopTo", "StopPropagatedFrom", "JoinsNamespaceOf",
    ];

    private static readonly string[] OfInstall = ["WantedBy", "RequiredBy", "UpheldBy"];

    /// <summary>Words that people take for the name of a target.</summary>
    private static readonly string[] Targets = ["network", "network-online", "network-pre", "multi-user", "graphical", "default", "basic", "sysinit", "local-fs", "remote-fs", "timers", "sockets", "paths", "sound", "bluetooth", "time-sync", "nss-lookup", "rescue", "shutdown"];

    /// <summary>A name of [Unit] that systemd passes over, as the end of a sentence about the file; null when it reads all of them.</summary>
    public static string? Problem(UnitFile unit) =>
        Wrong(unit, "Unit", Lists) is var (key, word) ? $"'{key}={StrayText.Shown(word)}' names no unit, as its type is missing, so systemd passes over it. Did you mean {Meant(word)}?" : null;

    /// <summary>A name of [Install] at which <c>systemctl enable</c> ends, as the end of a sentence about the unit; null when it takes all of them.</summary>
    public static string? InstallFault(OverlayUnit unit) =>
        Wrong(unit.Unit, "Install", OfInstall) is var (key, word) ? $"names '{StrayText.Shown(word)}' in {key}=, which is no unit, as its type is missing: systemctl enable ends the build. Did you mean {Meant(word)}?"
        : unit.Unit.Words("Install", "Alias").FirstOrDefault(word => !IsOpen(word) && !word.EndsWith("." + unit.Type, StringComparison.Ordinal)) is { } alias ? $"has the Alias={StrayText.Shown(alias)}, which is of another type or of none: systemctl enable ends the build. An alias of it ends with .{unit.Type}."
        : null;

    private static (string Key, string Word)? Wrong(UnitFile unit, string section, string[] keys)
    {
        foreach (var key in keys)
        {
            if (unit.Words(section, key).FirstOrDefault(word => !IsOpen(word) && !IsUnit(word)) is { } wrong)
            {
                return (key, wrong);
            }
        }

        return null;
    }

    private static string Meant(string word) => Array.IndexOf(Targets, word) >= 0 ? word + ".target" : word.EndsWith('.') || !Stem().IsMatch(word) ? "NAME.service or NAME.target" : word + ".service";

    private static bool IsOpen(string word) => word.AsSpan().ContainsAny('%', '"', '\'');

    private static bool IsUnit(string word) =>
        word.LastIndexOf('.') is > 0 and var dot && Array.IndexOf(Types, word[(dot + 1)..]) >= 0 && Name().IsMatch(word);

    [GeneratedRegex(@"^[a-zA-Z0-9:_.\\@-]+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-zA-Z0-9:_@-]+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Stem();
}
