using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (kernel) is fatal where two kernels lie in /usr/lib/modules; each package of modules requires its own kernel (kernel.spec of Fedora).</summary>
public sealed class SeveralKernelsRule() : DesignRule("VD2025", DiagnosticSeverity.Error, "Two kernels are chosen")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var kernels = input.Design.Packages.Kernel.Where(package => KernelPackages.KindOf(package.ToString()) is not null).ToList();
        foreach (var package in kernels.Where(package => !IsSame(package.ToString(), kernels[0].ToString())))
        {
            yield return Report(PackagesFields.Kernel.PathOf(package), $"'{package}' belongs to another kernel than '{kernels[0]}', and bootc container lint ends the build at two.", $"Do not take {package}", design => PackagesFields.Kernel.Remove(design, package));
        }
    }

    private static bool IsSame(string name, string first) =>
        string.Equals(KernelPackages.KindOf(name), KernelPackages.KindOf(first), StringComparison.Ordinal);
}
