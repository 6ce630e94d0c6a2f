using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A digest in the reference would be a second owner beside the digest field.</summary>
public sealed class BaseWithDigestRule() : DesignRule("VD1002", DiagnosticSeverity.Error, "The base carries a digest of its own")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Image.Base.Digest is not { } text)
        {
            yield break;
        }

        const string Message = "The base reference carries a digest. It belongs into the field Base digest, where it can be renewed.";
        yield return Sha256Digest.TryParse(text, out var digest, out _)
            ? Report(ImageFields.Base.Path, Message, "Move it to Base digest", design => design with
            {
                Image = design.Image with { Base = design.Image.Base.WithDigest(null), Digest = digest },
            })
            : Report(ImageFields.Base.Path, Message + " Only sha256 is taken there.");
    }
}
