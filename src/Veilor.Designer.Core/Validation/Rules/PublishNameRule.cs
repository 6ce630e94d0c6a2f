using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// A name without a registry is resolved by the machine that pulls; localhost is that machine itself. The large registries
/// keep images below an owner and refuse a push beside one (docs.github.com, container registry; docs.quay.io; docs.docker.com).
/// </summary>
public sealed class PublishNameRule() : DesignRule("VD8017", DiagnosticSeverity.Error, "The registry name leads nowhere")
{
    private static readonly string[] WithOwners = ["ghcr.io", "quay.io", "docker.io", "registry.gitlab.com", "codeberg.org"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Publish.Repository is not { } repository)
        {
            yield break;
        }

        if (!repository.HasRegistry)
        {
            yield return Report(DeliveryFields.Repository.Path, $"'{repository}' names no registry, so machines could not find updates. Write the host in front, such as ghcr.io/owner/name.");
        }
        else if (string.Equals(repository.Registry, "localhost", StringComparison.Ordinal))
        {
            yield return Report(DeliveryFields.Repository.Path, $"'{repository}' is a name on the machine that builds; other machines cannot pull from it.", "Leave the image unpublished", design => DeliveryFields.Repository.Set(design, null));
        }
        else if (Array.IndexOf(WithOwners, repository.Registry) >= 0 && !repository.Repository.Contains('/', StringComparison.Ordinal))
        {
            yield return Report(DeliveryFields.Repository.Path, $"{repository.Registry} keeps every image below an owner, and '{repository}' names none: the push is refused. Write {repository.Registry}/OWNER/{repository.Repository}.");
        }
    }
}
