using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable and set-default edit links; start and the like need a running systemd.</summary>
public sealed class RunningSystemdRule() : BuildCommandRule("VD9011", DiagnosticSeverity.Error, "No systemd runs in a build")
{
    private static readonly string[] Programs = ["hostnamectl", "timedatectl", "localectl", "loginctl", "machinectl", "resolvectl", "systemd-sysext"];

    private protected override string? Problem(BuildCommand command) =>
        command.Is("systemctl", "start", "stop", "restart", "reload", "daemon-reload", "try-restart", "isolate", "daemon-reexec")
        || (command.Is("systemctl") && command.HasOption("--now"))
        || Array.IndexOf(Programs, command.Program) >= 0
            ? "needs a running systemd, which a build does not have. enable, disable, mask and set-default work; the rest happens at boot."
            : null;
}
