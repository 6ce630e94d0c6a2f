using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An argument that the kernel was not built for; checkers may count it all the same.</summary>
public sealed class InertArgumentRule() : DesignRule("VD4011", DiagnosticSeverity.Warning, "The kernel ignores the argument")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Kernel.Arguments
            .Where(entry => DesignCatalogue.EntriesFor(entry.Argument).Any(known => known.Effect == CatalogueEffect.None))
            .Select(entry => Report(KernelFields.Arguments.PathOf(entry), $"Fedora's kernel is built without what '{entry.Argument}' controls, so it changes nothing, though some checkers count it.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString())));
}
