using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>ENTRYPOINT, CMD, ENV, EXPOSE, USER and HEALTHCHECK are ignored when a bootc image starts (bootc, bootc-runtime.md).</summary>
public sealed class IneffectiveInstructionRule() : DesignRule("VD9002", DiagnosticSeverity.Warning, "The instruction has no effect at boot")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var field in new[] { ContentFields.BeforePackages, ContentFields.AfterPackages, ContentFields.BeforeLint })
        {
            foreach (var line in field.Get(input.Design).Split('\n'))
            {
                var word = line.TrimStart().Split(' ', 2)[0].ToUpperInvariant();
                if (word is "ENTRYPOINT" or "CMD" or "EXPOSE" or "HEALTHCHECK" or "USER")
                {
                    yield return Report(field.Path, $"{word} is ignored when a bootc image starts: systemd decides what runs.");
                }
            }
        }
    }
}
