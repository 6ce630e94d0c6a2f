using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What follows from another kernel: fixes, Secure Boot and drivers are no longer the base's (bootc, building/kernel; Fedora, Secure Boot).</summary>
public sealed class OwnKernelRule() : DesignRule("VD2020", DiagnosticSeverity.Warning, "Another kernel has consequences")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.Packages.Kernel.IsEmpty)
        {
            yield return Report(
                PackagesFields.Kernel.Path,
                "The base's kernel is replaced. Its fixes come only when you build again; with Secure Boot a kernel that Fedora did not sign does not start before its key is enrolled on each machine; drivers that the base made for its own kernel are gone.",
                "Keep the base's kernel",
                design => PackagesFields.Kernel.Set(design, []));
        }
    }
}
