using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootupd installs the boot loader from the base with its own metadata (bootupd, src/grub2); reinstalled packages are dead weight and some exist for one architecture only.</summary>
public sealed class BootloaderPackageRule() : DesignRule("VD2003", DiagnosticSeverity.Warning, "The boot loader comes from the base")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var package in input.Design.Packages.Install)
        {
            var name = package.ToString();
            if (name.StartsWith("grub2-", StringComparison.Ordinal) || name.StartsWith("shim-", StringComparison.Ordinal) || name is "grub2" or "shim" or "efibootmgr" or "bootupd")
            {
                yield return Report(
                    PackagesFields.Install.PathOf(package),
                    $"'{package}' belongs to the boot loader, which the base brings and bootupd installs. Installing it again changes nothing at boot.",
                    $"Do not install {package}",
                    design => PackagesFields.Install.Remove(design, package));
            }
        }
    }
}
