using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments that switch a protection off (kernel-parameters.txt).</summary>
public sealed class WeakeningArgumentRule() : DesignRule("VD4012", DiagnosticSeverity.Warning, "The argument weakens the kernel")
{
    private static readonly string[] More = ["mitigations=off", "nopti", "nospectre_v2", "rodata=off", "hardened_usercopy=off", "lockdown=none", "init_on_free=0", "init_on_alloc=0", "apparmor=0", "vsyscall=emulate"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Kernel.Arguments
            .Where(entry => Array.IndexOf(More, entry.Argument.ToString()) >= 0
                || DesignCatalogue.EntriesFor(entry.Argument).Any(known => known.Use == CatalogueUse.Absent))
            .Select(entry => Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' switches a protection of the kernel off on every machine with this image.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString())));
}
