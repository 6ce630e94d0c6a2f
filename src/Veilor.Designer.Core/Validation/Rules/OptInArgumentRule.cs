using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Taking an image's argument off on a machine is undefined in bootc, so a machine that does not start has no clean way out (bootc docs, kernel-arguments).</summary>
public sealed class OptInArgumentRule() : DesignRule("VD4003", DiagnosticSeverity.Warning, "The argument can stop a machine from starting")
{
    private static readonly string[] OptIn =
    [
        "efi=disable_early_pci_dma", "mem_encrypt=on", "amd_iommu=force_isolation", "gather_data_sampling=force",
        "bdev_allow_write_mounted=0", "oops=panic", "debugfs=off", "acpi=off",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (entry.Owner == ArgumentOwner.Image && Array.Exists(OptIn, text => string.Equals(text, entry.Argument.ToString(), StringComparison.Ordinal)))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' stops some machines from starting, and an argument of the image cannot be taken off on one machine. Offer it to single machines instead.", "Offer it to single machines", design => KernelFields.OptIn.Add(KernelFields.Arguments.Remove(design, entry.Argument.ToString()), entry.Argument));
            }
        }
    }
}
