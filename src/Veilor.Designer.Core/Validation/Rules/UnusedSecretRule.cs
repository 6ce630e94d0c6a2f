using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A secret is a file for the steps that mount it, and for no other (podman-build(1)).</summary>
public sealed class UnusedSecretRule() : DesignRule("VD9039", DiagnosticSeverity.Warning, "No step gets the secret")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var secret in input.Design.Extra.Secrets)
        {
            if (secret.Steps.IsEmpty && !SecretSteps.IsMounted(input.Design, secret.Id))
            {
                yield return Mend(input.Design, secret);
            }
        }
    }

    private Diagnostic Mend(ImageDesign design, BuildSecret secret)
    {
        var path = SecretFields.Secrets.PathOf(secret, "steps");
        var message = $"'{secret.Id}' is passed to the build, and no step can read it: name its steps, or mount it in a line of your own with --mount=type=secret,id={secret.Id}.";
        return SecretSteps.HasPackages(design) ? Report(path, message, "Give it to the packages", current => Give(current, secret, SecretStep.Packages))
            : SecretSteps.Scripts(design).Any() ? Report(path, message, "Give it to every script", current => Give(current, secret, SecretStep.Scripts))
            : Report(path, message, $"Remove secret {secret.Id}", current => SecretFields.Secrets.Remove(current, secret.Id.ToString()));
    }

    private static ImageDesign Give(ImageDesign design, BuildSecret secret, SecretStep step) =>
        SecretFields.Secrets.Put(design, secret with { Steps = [step] });
}
