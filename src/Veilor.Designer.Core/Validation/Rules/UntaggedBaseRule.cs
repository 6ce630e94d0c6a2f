using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without a tag podman takes latest, which changes its Fedora release under the design.</summary>
public sealed class UntaggedBaseRule() : DesignRule("VD1007", DiagnosticSeverity.Warning, "The base follows every release")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var reference = input.Design.Image.Base;
        if (input.Design.Image.Digest is null && reference.Digest is null && reference.Tag is null or "latest" or "rawhide")
        {
            yield return Report(ImageFields.Base.Path, $"'{reference}' moves from one release of the distribution to the next by itself. Write a release as the tag, such as 43, or pin the digest.");
        }
    }
}
