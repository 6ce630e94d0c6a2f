using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>ENTRYPOINT, CMD, ENV, EXPOSE and HEALTHCHECK are ignored when a bootc image starts (bootc, bootc-runtime.md).</summary>
public sealed class IneffectiveInstructionRule() : DesignRule("VD9002", DiagnosticSeverity.Warning, "The instruction has no effect at boot")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        ExtraLines.Instructions(input.Design)
            .Where(each => each.Keyword is "ENTRYPOINT" or "CMD" or "ENV" or "EXPOSE" or "HEALTHCHECK" or "STOPSIGNAL" or "VOLUME")
            .Select(each => (each.Path, each.Keyword))
            .Distinct()
            .Select(each => Report(each.Path, $"{each.Keyword} is ignored when a bootc image starts: systemd decides what runs, and with which environment."));
}
