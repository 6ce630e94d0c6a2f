using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah 1.28 takes the mount point of a secret out of the layer, so a file that was there is gone (tried with podman 4.3.1).</summary>
public sealed class HiddenFileRule() : DesignRule("VD9042", DiagnosticSeverity.Error, "The secret takes a file out of the image")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        from secret in input.Design.Extra.Secrets
        where secret.Place is not null && OverlayFiles.Has(input.Content, secret.Target[1..])
        where input.Design.Scripts.Run.Any(secret.IsFor) || (secret.IsForPackages && input.Design.System.Fips)
        select Report(
            SecretFields.Secrets.PathOf(secret, "place"),
            $"'{secret.Id}' is put over overlay{secret.Target}, which is in place when the step runs: the builder removes the file with the secret, and the image lacks it.",
            "Put it at its usual place",
            design => SecretFields.Secrets.Put(design, secret with { Place = null }));
}
