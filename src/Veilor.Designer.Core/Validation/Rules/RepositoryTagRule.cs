using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Tag and name are two fields, since images are pushed under several tags.</summary>
public sealed class RepositoryTagRule() : DesignRule("VD8007", DiagnosticSeverity.Error, "The registry name carries a tag")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Publish.Repository is { } repository && (repository.Tag is not null || repository.Digest is not null))
        {
            yield return Report(DeliveryFields.Repository.Path, $"'{repository}' carries a tag or digest; the tag is a field of its own.", "Take it off", design => DeliveryFields.Repository.Set(design, repository.WithTag(null).WithDigest(null)));
        }
    }
}
