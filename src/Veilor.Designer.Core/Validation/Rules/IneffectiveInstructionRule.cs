using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>ENTRYPOINT, CMD, ENV, EXPOSE and HEALTHCHECK are ignored when a bootc image starts (bootc, bootc-runtime.md).</summary>
public sealed class IneffectiveInstructionRule() : InstructionRule("VD9002", DiagnosticSeverity.Warning, "The instruction has no effect at boot")
{
    private protected override string? Problem(string keyword, string arguments) =>
        keyword is "ENTRYPOINT" or "CMD" or "ENV" or "EXPOSE" or "HEALTHCHECK" or "STOPSIGNAL" or "VOLUME"
            ? $"{keyword} is ignored when a bootc image starts: systemd decides what runs, and with which environment."
            : null;
}
