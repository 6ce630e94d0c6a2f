using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Read from the configurations of Fedora's 6.17 and 6.18 kernels; the catalogue keeps what each argument changes there.</summary>
public sealed class DefaultArgumentRule() : DesignRule("VD4010", DiagnosticSeverity.Info, "The argument restates a default")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Kernel.Arguments
            .Where(entry => DesignCatalogue.EntriesFor(entry.Argument).Any(known => known is { Effect: CatalogueEffect.Default, Use: not CatalogueUse.Absent }))
            .Where(entry => WeakeningArgumentRule.EffectOf(entry.Argument) is null)
            .Select(entry => Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' is what Fedora's kernel does already. It does no harm and protects against a changed default."));
}
