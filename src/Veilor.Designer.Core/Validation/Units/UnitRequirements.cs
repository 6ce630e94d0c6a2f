using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>
/// What systemd asks of a unit before it loads it; without it the unit is refused (tried with systemd-analyze verify of
/// systemd 252). Where a value holds a specifier or may come from a generator, nothing is said.
/// </summary>
internal static class UnitRequirements
{
    private static readonly string[] Triggers =
        ["OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec", "OnCalendar", "OnClockChange", "OnTimezoneChange"];

    private static readonly string[] Watches = ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"];

    /// <summary>What the unit lacks or says twice, as the end of a sentence about it; null when systemd takes it.</summary>
    public static string? Missing(OverlayUnit unit) => unit.Type switch
    {
        "service" => Service(unit.Unit),
        "timer" => Array.Exists(Triggers, key => unit.Unit.List("Timer", key).Count > 0) ? null : "has no time in [Timer], such as OnCalendar= or OnBootSec=",
        "socket" => unit.Unit.Settings("Socket").Any(each => each.Key.StartsWith("Listen", StringComparison.Ordinal) && each.Value.Length > 0) ? null : "listens to nothing: [Socket] has no ListenStream= or the like",
        "path" => Array.Exists(Watches, key => unit.Unit.List("Path", key).Count > 0) ? null : "watches nothing: [Path] has no PathExists=, PathChanged= or the like",
        "mount" => unit.Unit.Last("Mount", "What") is not { Length: > 0 } ? "has no What= in [Mount]" : Place(unit.Name, unit.Unit.Last("Mount", "Where")),
        "automount" => Place(unit.Name, unit.Unit.Last("Automount", "Where")),
        _ => null,
    };

    private static string? Service(UnitFile unit)
    {
        var starts = unit.List("Service", "ExecStart").Count;
        var stops = unit.List("Service", "ExecStop").Count;
        var hasAction = unit.Last("Unit", "SuccessAction") is { Length: > 0 } and not "none";
        var type = unit.Last("Service", "Type");
        return starts == 0 && stops == 0 && !hasAction ? "runs nothing: [Service] has no ExecStart="
            : starts == 0 && !hasAction && !UnitFile.IsYes(unit.Last("Service", "RemainAfterExit")) ? "has ExecStop= and neither ExecStart= nor RemainAfterExit=yes"
            : starts > 1 && type is not "oneshot" ? "has several ExecStart=, which only Type=oneshot may have"
            : type is "oneshot" && unit.Last("Service", "Restart") is "always" or "on-success" ? "is of Type=oneshot and has Restart=always or on-success, which systemd takes only for services that stay"
            : unit.Last("Service", "WorkingDirectory") is { Length: > 0 } folder && folder[0] is not ('/' or '~' or '-' or '%' or '"') ? $"works in '{StrayText.Shown(folder)}', which is no absolute path"
            : UnitCommands.Fault(unit) is { } command ? command
            : type is "dbus" && unit.Last("Service", "BusName") is not { Length: > 0 } ? "is of Type=dbus and has no BusName="
            : null;
    }

    private static string? Place(string name, string? where)
    {
        if (where is not { Length: > 0 } || where.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        if (where[0] != '/')
        {
            return $"mounts at '{where}', which is no absolute path";
        }

        var stem = Escaped(where);
        return where.Split('/').Contains("..", StringComparer.Ordinal) ? $"mounts at '{where}', which goes through '..'"
            : string.Equals(stem, name[..name.LastIndexOf('.')], StringComparison.Ordinal) ? null
            : $"mounts at {where}, and a unit for that must be named {stem}{name[name.LastIndexOf('.')..]}{(stem.Contains('\\', StringComparison.Ordinal) ? ", which no path of the overlay can be: mount at a place without such signs" : "")}";
    }

    /// <summary>A path as the name of its unit (systemd-escape --path).</summary>
    private static string Escaped(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ".").ToList();
        if (parts.Count == 0)
        {
            return "-";
        }

        var text = new StringBuilder();
        foreach (var c in Encoding.UTF8.GetBytes(string.Join('/', parts)))
        {
            text.Append((char)c switch
            {
                '/' => "-",
                '.' when text.Length == 0 => "\\x2e",
                var sign when char.IsAsciiLetterOrDigit(sign) || sign is ':' or '_' or '.' => sign.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\x{c:x2}"),
            });
        }

        return text.ToString();
    }
}
