using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without it, or with "uninitialized", Fedora runs preset-all at the first boot and disables what is enabled by a link alone (Fedora change, preset all units on first boot).</summary>
public sealed partial class MachineIdRule() : DesignRule("VD9018", DiagnosticSeverity.Error, "The machine id makes services fall back")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var command in BuildCommands.Of(input).Where(command => command.Program is "rm" or "unlink" or "systemd-machine-id-setup" && (command.Text.Contains("/etc/machine-id", StringComparison.Ordinal) || command.Program.StartsWith("systemd", StringComparison.Ordinal))))
        {
            yield return Report(command.Path, $"{command.Place}: '{command.Program}' changes /etc/machine-id. The base ships it empty, and each machine fills it in; any other state makes every machine the same, or resets its services.");
        }

        if (OverlayFiles.All(input.Content).Any(each => string.Equals(each.Path, "etc/machine-id", StringComparison.Ordinal)))
        {
            yield return Report(ContentFields.OverlayFrom.Path, "overlay/etc/machine-id would give every machine the same id, or reset its services at the first boot. The base ships the file empty; leave it so.");
        }
    }
}
