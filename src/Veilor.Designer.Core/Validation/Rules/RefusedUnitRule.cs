using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd refuses a unit that lacks what its type needs, and systemctl enable ends at a broken header and at an empty file (tried with systemd 252).</summary>
public sealed class RefusedUnitRule() : DesignRule("VD7038", DiagnosticSeverity.Error, "systemd refuses the unit")
{
    /// <summary>Services of packages with a command of their own, of which none is Type=oneshot (Fedora's packages).</summary>
    private static readonly string[] Daemons =
    [
        "sshd.service", "getty@.service", "serial-getty@.service", "console-getty.service", "autovt@.service", "chronyd.service", "NetworkManager.service", "firewalld.service", "auditd.service", "systemd-logind.service",
        "systemd-journald.service", "systemd-resolved.service", "systemd-networkd.service", "systemd-udevd.service", "docker.service", "tailscaled.service", "sddm.service", "gdm.service", "greetd.service",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in OverlayUnit.All(input.Content).Concat(OverlayUnit.OfUsers(input.Content)))
        {
            if (unit.IsEmpty)
            {
                if (!unit.Path.Contains("/systemd/user/", StringComparison.Ordinal) && IsEnabled(input, unit.Name))
                {
                    yield return ReportFile(unit.Path, $"overlay/{unit.Path} is empty, which masks the unit: systemctl enable ends the build. Fill it, or leave it out.");
                }
            }
            else if (unit.Unit.BrokenHeader is { } header)
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path}: '{StrayText.Shown(header)}' opens a section and does not end with ']'. systemd refuses the file, and systemctl enable ends the build.");
            }
            else if (!unit.Path.Contains("/systemd/user/", StringComparison.Ordinal) && UnitNames.InstallFault(unit) is { } install && IsEnabled(input, unit.Name))
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path} {install}");
            }
            else if (UnitRequirements.Missing(unit) is { } missing)
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path} {missing}. systemd refuses to start it.");
            }
        }

        foreach (var (path, name, file) in OverlayUnit.DropIns(input.Content))
        {
            if (file.BrokenHeader is null && Array.IndexOf(Daemons, Template(name)) >= 0 && OverlayUnit.Find(input.Content, name) is null && AddsStart(file))
            {
                yield return ReportFile(path, $"overlay/{path} adds an ExecStart= to that of {name}, and a service that stays may have one alone: systemd refuses to start it. Write an empty ExecStart= on the line before.");
            }

            if (file.BrokenHeader is { } header)
            {
                yield return ReportFile(path, $"overlay/{path}: '{StrayText.Shown(header)}' opens a section and does not end with ']'. systemctl enable ends the build at {name}, and systemd passes over the rest of the file.");
            }
        }
    }

    private static bool IsEnabled(RuleInput input, string name) =>
        input.Design.Services.Enable.Any(unit => string.Equals(unit.ToString(), name, StringComparison.Ordinal))
        || BuildCommands.Of(input).SelectMany(command => SystemctlUnits.Of(command, ".service", "enable", "reenable")).Any(unit => string.Equals(unit.ToString(), name, StringComparison.Ordinal));

    /// <summary>True when the drop-in's first command stands before any empty one, and the type is not changed.</summary>
    private static bool AddsStart(UnitFile file) =>
        file.Values("Service", "ExecStart").FirstOrDefault() is { Length: > 0 } && file.Last("Service", "Type") is null;

    /// <summary>The template of an instance, as getty@.service of getty@tty1.service.</summary>
    private static string Template(string name) =>
        name.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? string.Concat(name.AsSpan(0, at + 1), name.AsSpan(name.LastIndexOf('.'))) : name;
}
