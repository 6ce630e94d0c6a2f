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
    /// <summary>A layout with XFS and nothing else beside the EFI partition.</summary>
    private static ImageDesign XfsAlone { get; } = Sound.Layout(Partition("efi", FileSystemKind.Efi, "/boot/efi", "600 MiB"), Partition("boot", FileSystemKind.Xfs, "/boot", "1 GiB"), Partition("root", FileSystemKind.Xfs, "/", "20 GiB"));

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD4001", "the root of one machine", Sound.Argument("root=UUID=1234")),
        Raises("VD4001", "the LUKS volume of one machine", Sound.Argument("rd.luks.uuid=luks-1234")),
        Raises("VD4001", "a second root, beside the one that the installer writes", Sound.Argument("root=UUID=1234", ArgumentOwner.Installer)),
        Raises("VD4001", "the boot partition of one machine", Sound.Argument("boot=UUID=1234-5678")),
        Raises("VD4001", "a mount of one machine", Sound.Argument("systemd.mount-extra=/dev/disk/by-uuid/1234:/var/data:xfs")),
        Raises("VD4001", "the swap of one machine", Sound.Argument("systemd.swap-extra=/dev/sdb1")),
        Spares("VD4001", "a mount in memory", Sound.Argument("systemd.mount-extra=tmpfs:/var/cache/own:tmpfs:size=1G")),
        Spares("VD4001", "a boot partition by its label", Sound.Argument("boot=LABEL=boot")),
        Spares("VD4001", "the LUKS volume of one machine, written by the installer", Sound.Argument("rd.luks.uuid=luks-1234", ArgumentOwner.Installer)),
        Raises("VD4001", "options of one LUKS volume", Sound.Argument("rd.luks.options=1b4e28ba-2fa1-11d2-883f-0016d3cca427=discard")),
        Raises("VD4001", "the place of one swap file", Sound.Argument("resume_offset=38912")),
        Spares("VD4001", "options of every LUKS volume", Sound.Argument("rd.luks.options=tpm2-device=auto")),
        Spares("VD4001", "a switch of the initramfs", Sound.Argument("rd.lvm=0")),
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
        Raises("VD4005", "a module lock in a sysctl file", Sound, File("overlay/etc/sysctl.d/60-a.conf", "# own\nkernel.modules_disabled=1\n")),
        Raises("VD4005", "a module lock in sysctl.conf", Sound, File("overlay/etc/sysctl.conf", "-kernel/modules_disabled = 1\n")),
        Raises("VD4005", "a module lock as an argument", Sound.Argument("sysctl.kernel.modules_disabled=1")),
        Raises("VD4005", "a module lock as an argument of a kargs.d file", Sound, File("overlay/usr/lib/bootc/kargs.d/20-own.toml", "kargs = [\"sysctl.kernel/modules_disabled=1\"]\n")),
        Spares("VD4005", "another sysctl setting as an argument", Sound.Argument("sysctl.kernel.sysrq=1")),
        Spares("VD4005", "other settings in a sysctl file", Sound, File("overlay/usr/lib/sysctl.d/60-a.conf", "# kernel.modules_disabled=1\nkernel.modules_disabled=0\nkernel.sysrq=1\n")),
        Spares("VD4005", "a module lock where no sysctl reads it", Sound, File("overlay/usr/lib/own/lock.conf", "kernel.modules_disabled=1\n")),
        Spares("VD4005", "modules not locked", Sound.Sysctl("kernel.modules_disabled = 0")),

        Raises("VD4006", "overlay blocked", Sound.Block("overlay")),
        Raises("VD4006", "a module written with hyphens", Sound.Block("dm-crypt")),
        Raises("VD4006", "an argument that blocks overlay", Sound.Argument("module_blacklist=floppy,overlay")),
        Raises("VD4006", "an argument that modprobe reads", Sound.Argument("modprobe.blacklist=dm-crypt")),
        Raises("VD4006", "an argument that the initramfs reads", Sound.Argument("rd.driver.blacklist=erofs")),
        Raises("VD4006", "overlay blocked by a file", Sound, File("overlay/etc/modprobe.d/cis.conf", "# CIS\noptions loop max_loop=8\ninstall overlay /bin/false\n")),
        Raises("VD4006", "a file system blocked by a file", Sound, File("overlay/usr/lib/modprobe.d/own.conf", "blacklist squashfs\n")),
        Raises("VD4006", "a module with a dash blocked over two lines", Sound, File("overlay/usr/lib/modprobe.d/own.conf", "install dm-crypt \\\n  /usr/bin/true\n")),
        Raises("VD4006", "a module blocked by a kargs.d file", Sound, File("overlay/usr/lib/bootc/kargs.d/20-own.toml", "kargs = [\"modprobe.blacklist=floppy,overlay\"]\n")),
        Raises("VD4006", "the characters of the EFI partition", Sound.Block("nls_utf8")),
        Raises("VD4006", "what dm_verity is made of", Sound.Block("dm-bufio")),
        Raises("VD4006", "a file system of the layout", Sound.Block("xfs")),
        Raises("VD4006", "a file system that the installer may take", Sound.Layout().Block("btrfs")),
        Raises("VD4006", "ext4 where the disk builder adds a /boot", XfsAlone.Layout(Partition("root", FileSystemKind.Xfs, "/", "20 GiB")).Block("ext4")),
        Raises("VD4006", "a module that the image's own guard keeps", Sound.Run("20-harden.sh").Block("fuse"), Texts(("overlay/usr/lib/veilor/never-block.list", "# Containers.\nfuse\n"), ("scripts/20-harden.sh", "list=$root/usr/lib/veilor/never-block.list\n"))),
        Spares("VD4006", "the same without its script", Sound.Block("fuse"), File("overlay/usr/lib/veilor/never-block.list", "fuse\n")),
        Spares("VD4006", "file systems that a layout of XFS does not have", XfsAlone.Block("btrfs").Block("ext4")),
        Spares("VD4006", "btrfs blocked by a file where nothing has it", Sound, File("overlay/etc/modprobe.d/own.conf", "install btrfs /bin/false\n")),
        Spares("VD4006", "modules that nobody needs in a file", Sound, File("overlay/usr/lib/modprobe.d/own.conf", "blacklist floppy\ninstall dccp /bin/false\n# blacklist overlay\n")),
        Spares("VD4006", "a module that is loaded by a command", Sound, File("overlay/usr/lib/modprobe.d/own.conf", "install vfat /sbin/modprobe --ignore-install vfat\n")),
        Spares("VD4006", "a file that modprobe does not read", Sound, File("overlay/usr/lib/modprobe.d/own.conf.off", "blacklist overlay\n")),
        Spares("VD4006", "a file that /etc replaces", Sound, Texts(("overlay/usr/lib/modprobe.d/own.conf", "blacklist overlay\n"), ("overlay/etc/modprobe.d/own.conf", "\n"))),
        Spares("VD4006", "an argument that blocks what nobody needs", Sound.Argument("module_blacklist=floppy")),
        Spares("VD4006", "a module nobody needs", Sound.Block("dccp")),

        Raises("VD4007", "USB devices refused before the passphrase", Encrypted.Argument("usbcore.authorized_default=0")),
        Spares("VD4007", "the same without a passphrase", Iso.Argument("usbcore.authorized_default=0")),
        Spares("VD4007", "USB devices allowed", Encrypted.Argument("usbcore.authorized_default=1")),

        Raises("VD4008", "slab debugging alone", Sound.Argument("slab_debug=FZ")),
        Spares("VD4008", "slab debugging with hashed pointers", Sound.Argument("slab_debug=FZ").Argument("hash_pointers=always")),

        Raises("VD4009", "a hardening argument of the installer", Sound.Argument("slab_nomerge", ArgumentOwner.Installer)),
        Spares("VD4009", "a console of the installer", Sound.Argument("console=ttyS0", ArgumentOwner.Installer)),
        Spares("VD4009", "a hardening argument of the image", Sound.Argument("slab_nomerge")),

        Raises("VD4010", "a default of Fedora's kernel", Sound.Argument("slab_nomerge")),
        Spares("VD4010", "an argument that must not be there", Sound.Argument("selinux=0")),
        Spares("VD4010", "an argument that switches the guessing of addresses back on", Sound.Argument("nokaslr")),
        Spares("VD4010", "an argument that changes something", Sound.Argument("init_on_free=1")),

        Raises("VD4011", "an argument that Fedora's kernel was not built for", Sound.Argument("cfi=kcfi", architecture: Architecture.X86_64)),
        Spares("VD4011", "an argument that works", Sound.Argument("init_on_free=1")),

        Raises("VD4012", "address randomisation switched off", Sound.Argument("nokaslr")),
        Raises("VD4012", "mitigations switched off", Sound.Argument("mitigations=off")),
        Spares("VD4012", "mitigations switched on", Sound.Argument("mitigations=auto,nosmt")),

        Raises("VD4013", "an architecture that the installer does not know", Sound.Argument("console=ttyS0", ArgumentOwner.Installer, Architecture.X86_64)),
        Spares("VD4013", "an argument of the installer for all", Sound.Argument("console=ttyS0", ArgumentOwner.Installer)),

        Raises("VD4014", "one key with two values", Sound.Sysctl("kernel.sysrq = 0").Sysctl("kernel/sysrq = 1")),
        Spares("VD4014", "two keys", Sound.Sysctl("kernel.sysrq = 0").Sysctl("kernel.kptr_restrict = 2")),

        Raises("VD4015", "Flatpak without user namespaces", Sound.Install("flatpak").Sysctl("user.max_user_namespaces = 0")),
        Spares("VD4015", "no user namespaces and nobody who needs them", Sound.Sysctl("user.max_user_namespaces = 0")),
        Spares("VD4015", "Flatpak with user namespaces", Sound.Install("flatpak").Sysctl("user.max_user_namespaces = 1000")),

        Raises("VD4016", "Steam without 32-bit programs", Sound.Install("steam").Argument("ia32_emulation=0", architecture: Architecture.X86_64)),
        Spares("VD4016", "no 32-bit programs and nobody who needs them", Sound.Argument("ia32_emulation=0", architecture: Architecture.X86_64)),

        Raises("VD4017", "lockdown with an unsigned driver", Sound.Install("akmod-nvidia").Argument("lockdown=integrity")),
        Spares("VD4017", "a driver that a script signs", Sound.Install("kmod-nvidia").Argument("module.sig_enforce=1").Run("a.sh"), File("scripts/a.sh", "/usr/src/kernels/$kver/scripts/sign-file sha256 key.pem key.der nvidia.ko\n")),
        Spares("VD4017", "lockdown without drivers", Sound.Argument("lockdown=integrity")),
        Spares("VD4017", "an unsigned driver without lockdown", Sound.Install("akmod-nvidia")),

        Raises("VD4018", "tailscaled with strict filtering", Sound.Enable("tailscaled.service").Sysctl("net.ipv4.conf.*.rp_filter = 1")),
        Raises("VD4018", "libvirt without forwarding", Sound.Enable("libvirtd.service").Sysctl("net.ipv4.ip_forward = 0")),
        Spares("VD4018", "strict filtering alone", Sound.Sysctl("net.ipv4.conf.*.rp_filter = 1")),

        Raises("VD4019", "bluetooth blocked and enabled", Sound.Enable("bluetooth.service").Block("bluetooth")),
        Raises("VD4019", "a module that a package needs", Sound.Install("bolt").Block("thunderbolt")),
        Raises("VD4019", "the network of containers without root", Sound.Install("podman").Block("tun")),
        Raises("VD4019", "the rules of containers' networks", Sound.Enable("podman.socket").Block("nf_tables")),
        Raises("VD4019", "the tunnel of a VPN", Sound.Install("NetworkManager-openvpn").Block("tun")),
        Raises("VD4019", "the file system of a sandbox", Sound.Flatpak("org.mozilla.firefox").Block("fuse")),
        Raises("VD4019", "a module blocked by an argument", Sound.Install("podman").Argument("module_blacklist=floppy,fuse")),
        Raises("VD4019", "a module blocked by a file", Sound.Install("tailscale"), File("overlay/etc/modprobe.d/own.conf", "install tun /bin/false\n")),
        Spares("VD4019", "a tunnel that nobody needs", Sound.Install("htop").Block("tun").Block("fuse").Block("nf_tables")),
        Spares("VD4019", "a blocked module that nobody needs", Sound.Block("bluetooth")),

        Raises("VD4020", "kdump without kexec", Sound.Enable("kdump.service").Sysctl("kernel.kexec_load_disabled = 1")),
        Spares("VD4020", "no kexec and no kdump", Sound.Sysctl("kernel.kexec_load_disabled = 1")),

        Raises("VD4021", "a very long argument", Sound.Argument("a=" + new string('x', 1600))),
        Spares("VD4021", "a long argument", Sound.Argument("a=" + new string('x', 1000))),

        Raises("VD4022", "a serial console with an encrypted disk", Encrypted.Argument("console=ttyS0,115200")),
        Spares("VD4022", "a serial console and then the screen", Encrypted.Argument("console=ttyS0").Argument("console=tty0")),
        Spares("VD4022", "a serial console with a plain disk", Iso.Argument("console=ttyS0")),

        Raises("VD4023", "no rescue shell and no root", Sound.Argument("rd.shell=0")),
        Spares("VD4023", "no rescue shell and a root", UsersFields.LockRoot.Set(Sound.Argument("rd.shell=0"), false)),

        Raises("VD4024", "sysrq on and off", Sound.Argument("sysrq_always_enabled").Sysctl("kernel.sysrq = 0")),
        Raises("VD4024", "panic at once and after a hundred", Sound.Argument("oops=panic").Sysctl("kernel.oops_limit = 100")),
        Spares("VD4024", "a limit alone", Sound.Sysctl("kernel.oops_limit = 100")),

        Raises("VD4025", "FIPS without its policy", Sound.Argument("fips=1")),
        Spares("VD4025", "FIPS with its policy", Sound.Argument("fips=1").Lines("RUN update-crypto-policies --no-reload --set FIPS")),

        Raises("VD4002", "wiping of memory and poisoning of slabs", Sound.Argument("init_on_alloc=1").Argument("slub_debug=FZP")),
        Raises("VD4002", "IOMMU isolation and passthrough", Sound.Argument("amd_iommu=force_isolation", architecture: Architecture.X86_64).Argument("iommu.passthrough=1")),
        Raises("VD4002", "all mitigations and one of them off", Sound.Argument("mitigations=auto,nosmt").Argument("mds=off")),
        Raises("VD4002", "lockdown and a saved memory", Sound.Argument("lockdown=integrity").Argument("resume=UUID=1", ArgumentOwner.Installer)),
        Spares("VD4002", "wiping of memory and checks of slabs", Sound.Argument("init_on_alloc=1").Argument("slab_debug=FZ")),
        Raises("VD4008", "slab debugging on an older kernel", Sound.Base("quay.io/centos-bootc/centos-bootc:stream10").Argument("slab_debug=FZ").Argument("hash_pointers=always")),
        Raises("VD4024", "a quiet console and a loud one", Sound.Argument("loglevel=0").Sysctl("kernel.printk = 7 4 1 7")),
        Raises("VD4024", "two waits after a panic", Sound.Argument("panic=5").Sysctl("kernel.panic = 10")),
        Spares("VD4024", "one wait after a panic, said twice", Sound.Argument("panic=10").Sysctl("kernel.panic = 10")),

        Raises("VD4026", "hibernation under lockdown", Sound.For(MachineUse.Hibernation).Argument("lockdown=integrity")),
        Raises("VD4026", "containers without user namespaces", Sound.For(MachineUse.Containers).Sysctl("user.max_user_namespaces = 0")),
        Raises("VD4026", "a router that drops packets", Sound.For(MachineUse.Router).Sysctl("net.ipv4.ip_forward = 0")),
        Raises("VD4026", "Steam without 32-bit programs", Sound.For(MachineUse.ThirtyTwoBitPrograms).Argument("ia32_emulation=0", architecture: Architecture.X86_64)),
        Raises("VD4026", "a driver that is blocked", Sound.For(MachineUse.OutOfTreeDrivers).Block("nvidia-drm")),
        Raises("VD4026", "hibernation that is masked", Sound.For(MachineUse.Hibernation).Mask("hibernate.target")),
        Spares("VD4026", "lockdown without hibernation", Sound.For(MachineUse.Server).Argument("lockdown=integrity")),
        Spares("VD4026", "user namespaces that are limited", Sound.For(MachineUse.Containers).Sysctl("user.max_user_namespaces = 1000")),
        Spares("VD4026", "settings without a use", Sound.Argument("lockdown=integrity").Sysctl("user.max_user_namespaces = 0")),

        Raises("VD4027", "a laptop without docks", Sound.For(MachineUse.Laptop).Block("thunderbolt")),
        Raises("VD4027", "unsigned drivers under lockdown", Sound.For(MachineUse.OutOfTreeDrivers).Argument("lockdown=integrity")),
        Raises("VD4027", "debugging by root alone", Sound.For(MachineUse.Debugging).Sysctl("kernel.yama.ptrace_scope = 2")),
        Raises("VD4027", "strict filtering on one interface of a router", Sound.For(MachineUse.Router).Sysctl("net.ipv4.conf.eth0.rp_filter = 1").Sysctl("net.ipv4.ip_forward = 1")),
        Raises("VD4027", "a guest that cannot share folders", Sound.For(MachineUse.VirtualMachine).Block("9pnet_virtio")),
        Raises("VD4027", "a server that stays off", Sound.For(MachineUse.Server).Argument("rd.emergency=halt")),
        Raises("VD4027", "a laptop without Wi-Fi", Sound.For(MachineUse.Laptop).Mask("NetworkManager.service")),
        Spares("VD4027", "loose filtering on a router", Sound.For(MachineUse.Router).Sysctl("net.ipv4.conf.all.rp_filter = 2")),
        Spares("VD4027", "a server without docks", Sound.For(MachineUse.Server).Block("thunderbolt")),

        Raises("VD4028", "a router without forwarding", Sound.For(MachineUse.Router)),
        Spares("VD4028", "a router with forwarding", Sound.For(MachineUse.Router).Sysctl("net.ipv4.conf.all.forwarding = 1")),
        Spares("VD4028", "no router", Sound),

        Raises("VD4029", "signed modules beside lockdown", Sound.Argument("lockdown=integrity").Argument("module.sig_enforce=1")),
        Raises("VD4029", "a strict IOMMU said in the old way too", Sound.Argument("iommu.strict=1").Argument("intel_iommu=strict", architecture: Architecture.X86_64)),
        Raises("VD4029", "no SMT said three times", Sound.Argument("nosmt=force").Argument("mitigations=auto,nosmt").Argument("mds=full,nosmt", architecture: Architecture.X86_64)),
        Raises("VD4029", "IPv6 settings without IPv6", Sound.Argument("ipv6.disable=1").Sysctl("net.ipv6.conf.all.accept_ra = 0")),
        Raises("VD4029", "one stop at a fault, said twice", Sound.Argument("oops=panic").Sysctl("kernel.panic_on_oops = 1")),
        Raises("VD4029", "32-bit calls of a kernel without them", Sound.Argument("ia32_emulation=0", architecture: Architecture.X86_64).Sysctl("abi.vsyscall32 = 0")),
        Spares("VD4029", "settings of different things", Sound.Argument("lockdown=integrity").Argument("slab_nomerge").Sysctl("kernel.kptr_restrict = 2")),

        Raises("VD4030", "a panic that nobody ends", Sound.Argument("oops=panic")),
        Raises("VD4030", "a panic by sysctl that nobody ends", Sound.Sysctl("kernel.panic_on_oops = 1").Sysctl("kernel.panic = 0")),
        Spares("VD4030", "a panic that ends by itself", Sound.Argument("oops=panic").Argument("panic=10")),
        Spares("VD4030", "a limit that is far away", Sound.Sysctl("kernel.oops_limit = 100")),

        Raises("VD4031", "an argument for Arm given to all", Sound.Argument("kpti=1")),
        Spares("VD4031", "an argument for Arm given to Arm", Sound.Argument("kpti=1", architecture: Architecture.Aarch64)),
        Spares("VD4031", "an argument that all know", Sound.Argument("rodata=on")),

        Raises("VD4002", "an IOMMU that is on and off", Sound.Argument("intel_iommu=on", architecture: Architecture.X86_64).Argument("intel_iommu=off", architecture: Architecture.X86_64)),
        Raises("VD4002", "an IOMMU of AMD that isolates and is off", Sound.Argument("amd_iommu=force_isolation", architecture: Architecture.X86_64).Argument("amd_iommu=off", architecture: Architecture.X86_64)),
        Raises("VD4002", "a strict IOMMU and none", Sound.Argument("iommu.strict=1").Argument("iommu=off", architecture: Architecture.X86_64)),
        Raises("VD4002", "signatures wanted and not", Sound.Argument("module.sig_enforce=1").Argument("module.sig_enforce=0")),
        Raises("VD4002", "one mitigation with two values", Sound.Argument("l1tf=full,force").Argument("l1tf=off")),
        Raises("VD4002", "two lists of blocked modules", Sound.Argument("module_blacklist=floppy").Argument("module_blacklist=pcspkr")),
        Raises("VD4002", "a mitigation and its old way to be off", Sound.Argument("spectre_v2=on").Argument("nospectre_v2")),
        Spares("VD4002", "an IOMMU of each maker", Sound.Argument("intel_iommu=on").Argument("amd_iommu=force_isolation")),
        Spares("VD4002", "one value for each architecture", Sound.Argument("mitigations=auto,nosmt", architecture: Architecture.X86_64).Argument("mitigations=auto", architecture: Architecture.Aarch64)),

        Raises("VD4012", "a fault of processors left open", Sound.Argument("l1tf=off")),
        Raises("VD4012", "another left open", Sound.Argument("spec_store_bypass_disable=off")),
        Raises("VD4012", "branches left open", Sound.Argument("spectre_v2=off")),
        Raises("VD4012", "no IOMMU", Sound.Argument("iommu=off", architecture: Architecture.X86_64)),
        Raises("VD4012", "unsigned modules", Sound.Argument("module.sig_enforce=0")),
        Raises("VD4012", "no audit", Sound.Argument("audit=0")),
        Raises("VD4012", "security modules without SELinux", Sound.Argument("lsm=lockdown,yama,bpf")),
        Raises("VD4012", "a key with hyphens", Sound.Argument("spec-store-bypass-disable=off")),
        Raises("VD4012", "a shell of root on a console", Sound.Argument("systemd.debug_shell")),
        Spares("VD4012", "security modules with SELinux", Sound.Argument("lsm=lockdown,yama,integrity,selinux,bpf,landlock")),
        Spares("VD4012", "mitigations with options", Sound.Argument("l1tf=full,force").Argument("spectre_v2=on").Argument("audit=1").Argument("intel_iommu=on")),

        Raises("VD4032", "a shell in the place of systemd", Sound.Argument("init=/bin/sh")),
        Raises("VD4032", "a stop in the initramfs", Sound.Argument("rd.break")),
        Raises("VD4032", "a stop at a step of it", Sound.Argument("rd.break=pre-mount")),
        Raises("VD4032", "a rescue target", Sound.Argument("systemd.unit=rescue.target", ArgumentOwner.Installer)),
        Raises("VD4032", "a single user", Sound.Argument("single")),
        Raises("VD4032", "no USB", Sound.Argument("nousb")),
        Raises("VD4032", "a command in the place of the system", Sound.Argument("systemd.run=/usr/bin/mend")),
        Raises("VD4032", "an emergency in the initramfs", Sound.Argument("rd.systemd.unit=emergency.target")),
        Raises("VD4032", "an end in the initramfs", Sound.Argument("rd.systemd.unit=poweroff.target")),
        Raises("VD4032", "no PCI", Sound.Argument("pci=off")),
        Raises("VD4032", "too little memory", Sound.Argument("mem=64M")),
        Raises("VD4032", "too little memory in bytes", Sound.Argument("mem=1048576")),
        Raises("VD4032", "no console", Sound.Argument("console=null", ArgumentOwner.Installer)),
        Raises("VD4032", "a shell in a kargs.d file", Sound, File("overlay/usr/lib/bootc/kargs.d/20-own.toml", "kargs = [\"quiet\", \"init=/bin/sh\"]\n")),
        Spares("VD4032", "another argument in a kargs.d file", Sound, File("overlay/usr/lib/bootc/kargs.d/20-own.toml", "kargs = [\"quiet\"]\n")),
        Spares("VD4032", "other options of PCI", Sound.Argument("pci=noaer,nomsi")),
        Spares("VD4032", "memory for a system", Sound.Argument("mem=4G")),
        Spares("VD4032", "memory that is not at the start", Sound.Argument("mem=64M@1G")),
        Spares("VD4032", "a serial console", Sound.Argument("console=ttyS0,115200", ArgumentOwner.Installer)),
        Spares("VD4032", "another target of the initramfs", Sound.Argument("rd.systemd.unit=initrd.target")),

        Raises("VD4033", "a lockdown that there is not", Sound.Argument("lockdown=foo")),
        Raises("VD4033", "mitigations that there are not", Sound.Argument("mitigations=bogus")),
        Raises("VD4033", "a switch of two", Sound.Argument("init_on_free=2")),
        Raises("VD4033", "a value with a slip", Sound.Argument("lockdown=integrty")),
        Raises("VD4033", "one of several options", Sound.Argument("intel_iommu=on,strct", architecture: Architecture.X86_64)),
        Raises("VD4033", "a number out of range", Sound.Argument("usbcore.authorized_default=7")),
        Raises("VD4033", "a word for a number", Sound.Argument("audit_backlog_limit=many")),
        Raises("VD4033", "a value of a kargs.d file", Sound, File("overlay/usr/lib/bootc/kargs.d/20-own.toml", "kargs = [\"quiet\", \"lockdown=foo\"]\n")),
        Spares("VD4033", "every spelling of a switch", Sound.Argument("init_on_free=on").Argument("init_on_alloc=y").Argument("page_poison=0")),
        Spares("VD4033", "mitigations with classes", Sound.Argument("mitigations=auto,nosmt").Argument("mitigations=auto;no_user_kernel,no_cross_thread")),
        Spares("VD4033", "several options", Sound.Argument("intel_iommu=on,igfx_off", architecture: Architecture.X86_64)),
        Spares("VD4033", "a value that is not known here", Sound.Argument("i915.enable_psr=7")),
        Spares("VD4033", "what weakens, of which another rule speaks", Sound.Argument("lockdown=none")),
        Spares("VD4009", "a second root, of which another rule speaks", Sound.Argument("root=UUID=1234", ArgumentOwner.Installer)),
        Raises("VD4033", "a key without a value", Sound.Argument("hash_pointers")),
        Spares("VD4033", "switches without a value", Sound.Argument("module.sig_enforce").Argument("rd.shell").Argument("systemd.ssh_auto")),

        Raises("VD4034", "a scope that yama has not", Sound.Sysctl("kernel.yama.ptrace_scope = 7")),
        Raises("VD4034", "a randomisation that there is not", Sound.Sysctl("kernel.randomize_va_space = 9")),
        Raises("VD4034", "fewer processes than a kernel runs", Sound.Sysctl("kernel.pid_max = 10")),
        Raises("VD4034", "a word", Sound.Sysctl("kernel.kptr_restrict = yes")),
        Raises("VD4034", "a key of one interface", Sound.Sysctl("net.ipv4.conf.eth0.rp_filter = 9")),
        Raises("VD4034", "a setting whose failure is passed over", Sound.Sysctl("-kernel.dmesg_restrict = 2")),
        Raises("VD4034", "a setting of a file", Sound, File("overlay/etc/sysctl.d/60-own.conf", "# own\nkernel.yama.ptrace_scope=7\n")),
        Raises("VD4034", "a setting as an argument", Sound.Argument("sysctl.kernel.yama.ptrace_scope=7")),
        Spares("VD4034", "a setting as an argument in the range", Sound.Argument("sysctl.kernel.yama.ptrace_scope=2")),
        Spares("VD4034", "settings of the range", Sound.Sysctl("kernel.yama.ptrace_scope = 3").Sysctl("kernel.pid_max = 65536").Sysctl("kernel.perf_event_paranoid = -1")),
        Spares("VD4034", "a key that is not known here", Sound.Sysctl("kernel.sched_own = 99")),
        Spares("VD4034", "a number that is not decimal", Sound.Sysctl("kernel.kptr_restrict = 0x2")),
        Spares("VD4034", "a key that is taken out of a pattern", Sound.Sysctl("-net.ipv4.conf.eth0.rp_filter")),

        Spares("VD4032", "systemd as it is", Sound.Argument("init=/usr/lib/systemd/systemd")),
        Spares("VD4032", "another target", Sound.Argument("systemd.unit=multi-user.target")),
        Spares("VD4032", "no rescue shell", Sound.Argument("rd.shell=0")),
    ];
}
