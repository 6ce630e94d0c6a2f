using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>podman passes a secret that no instruction mounts, and says nothing (tried with podman 4.3.1).</summary>
public sealed class MissingSecretStepRule() : DesignRule("VD9038", DiagnosticSeverity.Warning, "A step that is to get a secret is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        from secret in input.Design.Extra.Secrets
        from step in secret.Steps
        where !SecretSteps.IsThere(input.Design, step)
        select Report(
            SecretFields.Secrets.PathOf(secret, "steps"), $"'{secret.Id}' is for {Name(step)}", $"Take {step} out",
            design => SecretFields.Secrets.Put(design, secret with { Steps = secret.Steps.Remove(step) }));

    private static string Name(SecretStep step) =>
        step.Script is not null ? $"{step}, and the build runs no such script."
        : step == SecretStep.Packages ? "the packages, and no step of the build installs any."
        : "the scripts, and the build runs none.";
}
