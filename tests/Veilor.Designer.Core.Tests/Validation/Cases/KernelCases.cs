using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Cases of the family VD4: kernel arguments, sysctl settings and modules.</summary>
internal static class KernelCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD4001", "the root of one machine", Sound.Argument("root=UUID=1234")),
        Raises("VD4001", "the LUKS volume of one machine", Sound.Argument("rd.luks.uuid=luks-1234")),
        Spares("VD4001", "the same written by the installer", Sound.Argument("root=UUID=1234", ArgumentOwner.Installer)),
        Spares("VD4001", "an argument that fits every machine", Sound.Argument("quiet")),

        Raises("VD4002", "two lockdown modes", Sound.Argument("lockdown=integrity").Argument("lockdown=confidentiality")),
        Raises("VD4002", "a mitigation and none", Sound.Argument("mitigations=off").Argument("l1tf=full,force")),
        Raises("VD4002", "iommu=pt with translation", Sound.Argument("iommu=pt").Argument("iommu.passthrough=0")),
        Raises("VD4002", "a key written with a hyphen and with an underscore", Sound.Argument("init-on-free=0").Argument("init_on_free=1")),
        Spares("VD4002", "arguments that fit together", Sound.Argument("lockdown=integrity").Argument("iommu.passthrough=0")),

        Raises("VD4003", "an argument that can stop a boot", Sound.Argument("efi=disable_early_pci_dma")),
        Spares("VD4003", "the same written by the installer", Sound.Argument("efi=disable_early_pci_dma", ArgumentOwner.Installer)),
        Spares("VD4003", "a harmless argument", Sound.Argument("slab_nomerge")),

        Raises("VD4004", "an argument for x86 given to all", Sound.Argument("vsyscall=none")),
        Raises("VD4004", "an IOMMU mode for x86 given to all", Sound.Argument("iommu=force")),
        Spares("VD4004", "an argument for x86 given to x86", Sound.Argument("vsyscall=none", architecture: Architecture.X86_64)),
        Spares("VD4004", "an argument that all know", Sound.Argument("init_on_free=1")),
        Spares("VD4004", "an argument that the installer writes", Sound.Argument("mem_encrypt=on", ArgumentOwner.Installer)),

        Raises("VD4005", "modules locked by sysctl", Sound.Sysctl("kernel.modules_disabled = 1")),
        Raises("VD4005", "the same with slashes", Sound.Sysctl("kernel/modules_disabled=1")),
        Spares("VD4005", "modules not locked", Sound.Sysctl("kernel.modules_disabled = 0")),

        Raises("VD4006", "overlay blocked", Sound.Block("overlay")),
        Raises("VD4006", "a module written with hyphens", Sound.Block("dm-crypt")),
        Spares("VD4006", "a module nobody needs", Sound.Block("dccp")),

        Raises("VD4007", "USB devices refused before the passphrase", Encrypted.Argument("usbcore.authorized_default=0")),
        Spares("VD4007", "the same without a passphrase", Iso.Argument("usbcore.authorized_default=0")),
        Spares("VD4007", "USB devices allowed", Encrypted.Argument("usbcore.authorized_default=1")),

        Raises("VD4008", "slab debugging alone", Sound.Argument("slab_debug=FZ")),
        Spares("VD4008", "slab debugging with hashed pointers", Sound.Argument("slab_debug=FZ").Argument("hash_pointers=always")),

        Raises("VD4009", "a hardening argument of the installer", Sound.Argument("slab_nomerge", ArgumentOwner.Installer)),
        Spares("VD4009", "a console of the installer", Sound.Argument("console=ttyS0", ArgumentOwner.Installer)),
        Spares("VD4009", "a hardening argument of the image", Sound.Argument("slab_nomerge")),
    ];
}
