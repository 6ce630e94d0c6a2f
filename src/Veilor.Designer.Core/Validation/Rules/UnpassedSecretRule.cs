using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without required buildah runs the step as if nothing was asked for (tried with podman 4.3.1; buildah, getSecretMount).</summary>
public sealed class UnpassedSecretRule() : DesignRule("VD9043", DiagnosticSeverity.Warning, "A line asks for a secret that no build passes")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        SecretSteps.OwnMounts(input.Design)
            .Where(each => each.Mount is { IsRequired: false, Id: { Length: > 0 } id } && !id.Contains('$', StringComparison.Ordinal) && SecretFields.Secrets.Find(input.Design, id) is null)
            .Select(each => (each.Path, Id: each.Mount.Id!))
            .Distinct()
            .Select(each => Mend(each.Path, each.Id));

    private Diagnostic Mend(FieldPath path, string id)
    {
        var message = $"A RUN mounts the secret '{id}', which the list of build secrets does not have: the step runs without it, and nothing says so.";
        return SecretId.TryParse(id, out var known, out _)
            ? Report(path, message, $"Add secret {id}", design => SecretFields.Secrets.Put(design, new BuildSecret { Id = known, From = SecretSource.Parse(SecretMounts.VariableOf(known)) }))
            : Report(path, message);
    }
}
