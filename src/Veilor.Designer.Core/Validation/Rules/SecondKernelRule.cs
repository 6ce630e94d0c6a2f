using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (kernel) is fatal when two kernels are in /usr/lib/modules; an unpinned kernel package can pull one, and another kernel is one.</summary>
public sealed class SecondKernelRule() : DesignRule("VD2002", DiagnosticSeverity.Warning, "The package can bring a second kernel")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var package in input.Design.Packages.Install)
        {
            if (KernelPackages.FollowsNewest(package.ToString()))
            {
                yield return Report(
                    PackagesFields.Install.PathOf(package),
                    $"'{package}' follows the newest kernel, which may not be the base's. A second kernel in /usr/lib/modules fails bootc container lint. The base brings its kernel with its modules.",
                    $"Do not install {package}",
                    design => PackagesFields.Install.Remove(design, package));
            }
            else if ((KernelPackages.IsOther(package.ToString()) || KernelPackages.IsOfVersion(package.ToString())) && input.Design.Packages.Kernel.IsEmpty && !BuildCommands.Of(input).Any(KernelPackages.Removes))
            {
                yield return Report(
                    PackagesFields.Install.PathOf(package),
                    $"'{package}' comes beside the base's kernel, and bootc container lint ends the build at two. The field for kernel packages takes the base's out in the same step.",
                    "Take it in place of the base's kernel",
                    design => PackagesFields.Kernel.Add(PackagesFields.Install.Remove(design, package), package));
            }
        }
    }
}
