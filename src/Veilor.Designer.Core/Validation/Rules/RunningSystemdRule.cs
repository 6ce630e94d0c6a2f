using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable and set-default edit links; start and the like need a running systemd, and others a service that it runs (tried in a build with podman).</summary>
public sealed class RunningSystemdRule() : BuildCommandRule("VD9011", DiagnosticSeverity.Error, "No systemd runs in a build")
{
    private const string Systemd = "needs a running systemd, which a build does not have. enable, disable, mask and set-default work; the rest happens at boot.";

    private const string Started = "needs a machine that has started from an image. In a build, steps change the image itself.";

    private static readonly string[] Programs = ["hostnamectl", "timedatectl", "localectl", "loginctl", "machinectl", "resolvectl", "systemd-sysext"];

    private static readonly string[] Questions = ["--version", "-v", "-V", "--help", "-h", "help"];

    private protected override string? Problem(BuildCommand command) => command.Program switch
    {
        "systemctl" when command.Is("systemctl", "start", "stop", "restart", "reload", "daemon-reload", "try-restart", "isolate", "daemon-reexec") || command.HasOption("--now") => Systemd,
        "nmcli" when command.Words.Count > 1 && !command.HasOption("--offline") && !command.HasOption(Questions) =>
            "needs a running NetworkManager, which a build does not have. A connection is a file of the overlay in /etc/NetworkManager/system-connections with mode 0600; nmcli --offline connection add prints one.",
        "snap" when command.Is("snap", "install", "refresh", "remove", "set", "start", "stop", "connect", "enable", "disable") && !command.HasOption(Questions) =>
            "needs a running snapd, which a build does not have. A script of the first boot can do it.",
        "udevadm" when command.Is("udevadm", "control", "trigger", "settle") && !command.MayFail && !command.HasOption(Questions) =>
            "needs a running udev, which a build does not have. Every machine reads the rules when it starts.",
        "rpm-ostree" when command.Is("rpm-ostree", "upgrade", "update", "rebase", "deploy", "rollback", "initramfs", "reset") && !command.HasOption(Questions) => Started,
        "bootc" when command.Is("bootc", "upgrade", "update", "switch", "rollback", "edit", "usr-overlay") && !command.HasOption(Questions) => Started,
        var program => Array.IndexOf(Programs, program) >= 0 ? Systemd : null,
    };
}
