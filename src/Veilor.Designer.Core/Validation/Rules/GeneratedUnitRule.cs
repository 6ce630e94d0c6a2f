using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable ends at a unit that a generator makes; [Install] of a quadlet takes its place (podman-systemd.unit(5)).</summary>
public sealed class GeneratedUnitRule() : BuildCommandRule("VD6027", DiagnosticSeverity.Error, "A quadlet's unit cannot be enabled")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (!input.Content.HasUnit(unit.ToString()) && QuadletUnits.Source(input.Content, unit.ToString()) is { } path)
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' is made of overlay/{path} at every start of the machine. systemctl refuses to enable generated units, which ends the build. Write [Install] with WantedBy=multi-user.target into the quadlet instead.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit));
            }
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    private protected override string? Problem(RuleInput input, BuildCommand command) =>
        !command.MayFail && SystemctlUnits.Of(command, ".service", "enable", "reenable").FirstOrDefault(unit => !input.Content.HasUnit(unit.ToString()) && QuadletUnits.Makes(input.Content, unit.ToString())) is { } unit
            ? $"{unit} is made of a quadlet of the overlay at every start of the machine, and systemctl refuses to enable generated units. Write [Install] with WantedBy=multi-user.target into the quadlet instead."
            : null;
}
