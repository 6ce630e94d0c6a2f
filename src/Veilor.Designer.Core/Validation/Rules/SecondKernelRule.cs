using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (kernel) is fatal when two kernels are in /usr/lib/modules; an unpinned kernel package can pull one.</summary>
public sealed class SecondKernelRule() : DesignRule("VD2002", DiagnosticSeverity.Warning, "The package can bring a second kernel")
{
    private static readonly string[] Kernels = ["kernel", "kernel-core", "kernel-modules", "kernel-modules-core", "kernel-modules-extra", "kernel-uki-virt"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var package in input.Design.Packages.Install)
        {
            if (Array.Exists(Kernels, name => string.Equals(name, package.ToString(), StringComparison.Ordinal)))
            {
                yield return Report(
                    PackagesFields.Install.PathOf(package),
                    $"'{package}' follows the newest kernel, which may not be the base's. A second kernel in /usr/lib/modules fails bootc container lint. The base brings its kernel with its modules.",
                    $"Do not install {package}",
                    design => PackagesFields.Install.Remove(design, package));
            }
        }
    }
}
