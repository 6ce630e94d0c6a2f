using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Of two mounts over one path a step sees the later one (tried with podman 4.3.1).</summary>
public sealed class SharedPlaceRule() : DesignRule("VD9041", DiagnosticSeverity.Error, "Two secrets have one place")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var secrets = input.Design.Extra.Secrets;
        foreach (var (index, secret) in secrets.Index())
        {
            var other = secrets.Take(index).FirstOrDefault(each => string.Equals(each.Target, secret.Target, StringComparison.Ordinal) && Meet(input.Design, each, secret));
            if (other is not null)
            {
                // Of two at one place at least one was put there; the usual places differ.
                var moved = secret.Place is null ? other : secret;
                yield return Report(
                    SecretFields.Secrets.PathOf(secret, "place"),
                    $"'{other.Id}' and '{secret.Id}' are both at {secret.Target}: a step that gets both sees only the later one.",
                    $"Put {moved.Id} at its usual place",
                    design => SecretFields.Secrets.Put(design, moved with { Place = null }));
            }
        }
    }

    private static bool Meet(ImageDesign design, BuildSecret one, BuildSecret other) =>
        (one.IsForPackages && other.IsForPackages) || SecretSteps.Scripts(design).Any(script => one.IsFor(script) && other.IsFor(script));
}
