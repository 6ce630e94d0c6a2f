using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Each build would stand on the one before, with all of its layers and leftovers.</summary>
public sealed class OwnBaseRule() : DesignRule("VD1006", DiagnosticSeverity.Error, "The image is built on itself")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Publish.Repository is { } repository && string.Equals(repository.Name, input.Design.Image.Base.Name, StringComparison.Ordinal))
        {
            yield return Report(ImageFields.Base.Path, $"The base {input.Design.Image.Base} is the name that this image is pushed to, so every build would stand on the one before it.");
        }
    }
}
