using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without a registry podman asks, or takes whatever registry its configuration lists first.</summary>
public sealed class UnqualifiedBaseRule() : DesignRule("VD1003", DiagnosticSeverity.Error, "The base names no registry")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.Image.Base.HasRegistry)
        {
            yield return Report(ImageFields.Base.Path, $"'{input.Design.Image.Base}' names no registry, so what it means depends on the machine that builds. Write the registry too, such as quay.io/fedora/fedora-bootc:43.");
        }
    }
}
