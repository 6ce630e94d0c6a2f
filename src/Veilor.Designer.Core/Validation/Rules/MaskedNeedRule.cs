using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Units without which the machine does not come up, or nobody can log in.</summary>
public sealed class MaskedNeedRule() : DesignRule("VD6016", DiagnosticSeverity.Error, "The machine cannot start without the unit")
{
    private static readonly string[] Needed =
    [
        "dbus.service", "dbus.socket", "dbus-broker.service", "systemd-logind.service", "systemd-udevd.service", "systemd-tmpfiles-setup.service",
        "systemd-remount-fs.service", "ostree-remount.service", "local-fs.target", "sysinit.target", "basic.target", "multi-user.target", "default.target",
        "systemd-user-sessions.service", "systemd-journald.service", "initrd-switch-root.service", "sockets.target", "getty.target",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Mask
            .Where(unit => Array.IndexOf(Needed, unit.ToString()) >= 0)
            .Select(unit => Report(ServicesFields.Mask.PathOf(unit), $"'{unit}' is part of every start. Masked, the machine stops on the way or lets nobody in.", $"Do not mask {unit}", design => ServicesFields.Mask.Remove(design, unit)));
}
