using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Units without which the machine does not come up, or nobody can log in.</summary>
public sealed class MaskedNeedRule() : BuildCommandRule("VD6016", DiagnosticSeverity.Error, "The machine cannot start without the unit")
{
    private const string Folder = "/etc/systemd/system/";

    private static readonly string[] Needed =
    [
        "dbus.service", "dbus.socket", "dbus-broker.service", "systemd-logind.service", "systemd-udevd.service", "systemd-tmpfiles-setup.service",
        "ostree-remount.service", "local-fs.target", "sysinit.target", "basic.target", "multi-user.target", "default.target",
        "systemd-user-sessions.service", "systemd-journald.service", "initrd-switch-root.service", "sockets.target", "getty.target",
        "ostree-finalize-staged.service",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Mask
            .Where(IsNeeded)
            .Select(unit => Report(ServicesFields.Mask.PathOf(unit), $"'{unit}' is part of every start. Masked, the machine stops on the way or lets nobody in.", $"Do not mask {unit}", design => ServicesFields.Mask.Remove(design, unit)))
            .Concat(base.Check(input));

    private protected override string? Problem(BuildCommand command) =>
        SystemctlUnits.Of(command, ".service", "mask").Concat(Linked(command)).FirstOrDefault(IsNeeded) is { } unit
            ? $"masks {unit}, which is part of every start. The machine stops on the way or lets nobody in."
            : null;

    /// <summary>True for a unit that every start needs.</summary>
    internal static bool IsNeeded(string unit) => Array.IndexOf(Needed, unit) >= 0;

    private static bool IsNeeded(UnitName unit) => IsNeeded(unit.ToString());

    /// <summary>The unit that a link to nowhere masks.</summary>
    private static IEnumerable<UnitName> Linked(BuildCommand command) =>
        command.Is("ln", "/dev/null") && command.Words[^1].StartsWith(Folder, StringComparison.Ordinal) && UnitName.TryParse(command.Words[^1][Folder.Length..], out var unit, out _) ? [unit] : [];
}
