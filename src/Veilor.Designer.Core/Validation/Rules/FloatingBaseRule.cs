using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A tag moves, so the same design can give another image. Source: formats of Containerfile practice; bootc docs on digests.</summary>
public sealed class FloatingBaseRule() : DesignRule("VD1001", DiagnosticSeverity.Info, "The base is not pinned")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Image.Digest is null)
        {
            yield return Report(ImageFields.Digest.Path, $"The tag of {input.Design.Image.Base} moves, so the same design can give another image tomorrow. Pin the base by its digest once you know it.");
        }
    }
}
