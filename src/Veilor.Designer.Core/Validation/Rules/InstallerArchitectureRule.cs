using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kargs.d can be limited to an architecture; bootloader --append and kernel.append cannot.</summary>
public sealed class InstallerArchitectureRule() : DesignRule("VD4013", DiagnosticSeverity.Warning, "The installer writes the argument everywhere")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Kernel.Arguments
            .Where(entry => entry is { Owner: ArgumentOwner.Installer, Architecture: not null })
            .Select(entry => Report(KernelFields.Arguments.PathOf(entry, "architecture"), $"'{entry.Argument}' is limited to one architecture, but the installer knows no such limit and writes it on every machine.", "Clear the architecture", design => KernelFields.Arguments.Put(design, entry with { Architecture = null })));
}
