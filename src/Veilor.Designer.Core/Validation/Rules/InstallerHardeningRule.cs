using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What only the installer writes stays on the machine (bootc docs, kernel-arguments). Of root= and ostree=, which it writes itself, VD4001 speaks.</summary>
public sealed class InstallerHardeningRule() : DesignRule("VD4009", DiagnosticSeverity.Warning, "An update cannot take this argument back")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (entry.Owner == ArgumentOwner.Installer && entry.Argument.Key is not "root" and not "ostree" and not "console" and not "earlycon" and not "efi" and not "mem_encrypt" and not "amd_iommu" and not "gather_data_sampling" and not "bdev_allow_write_mounted" and not "oops" and not "debugfs")
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' is written by the installer, so no update of the image can change or withdraw it. Arguments of the kind console= belong there.", "Let the image own it", design => KernelFields.Arguments.Put(design, entry with { Owner = ArgumentOwner.Image }));
            }
        }
    }
}
