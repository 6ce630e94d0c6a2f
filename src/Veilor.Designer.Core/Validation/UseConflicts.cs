using System.Collections.Frozen;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Design.MachineUse;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// What stands against which use. Sources: kernel-parameters.txt and sysctl documentation of the kernel; secureblue's
/// issues and user notes for laptops, drivers and games; systemd.ssh_auto from systemd 256.
/// </summary>
internal static class UseConflicts
{
    private static readonly string[] Off = ["0"];
    private static readonly string[] On = ["1"];
    private static readonly string[] Any = [];
    private static readonly string[] Lockdown = ["integrity", "confidentiality"];
    private static readonly string[] Unauthorized = ["0", "2"];

    private static readonly FrozenDictionary<string, UseConflict[]> Arguments = ByName(
    [
        new(Hibernation, "lockdown", Lockdown, IsFatal: true, "lockdown refuses to hibernate, because nothing signs a saved memory"),
        new(Hibernation, "hibernate", ["no"], IsFatal: true, "it switches hibernation off"),
        new(Hibernation, "nohibernate", Any, IsFatal: true, "it switches hibernation off"),
        new(Hibernation, "noresume", Any, IsFatal: true, "a saved memory is never read back"),
        new(OutOfTreeDrivers, "lockdown", Lockdown, IsFatal: false, "only modules with a trusted signature load; sign yours in the build and enrol the key on each machine"),
        new(OutOfTreeDrivers, "module.sig_enforce", On, IsFatal: false, "only modules with a trusted signature load; sign yours in the build and enrol the key on each machine"),
        new(OutOfTreeDrivers, "panic_on_taint", Any, IsFatal: false, "such a module taints the kernel, and depending on the mask the kernel stops"),
        new(OutOfTreeDrivers, "mem_encrypt", ["on"], IsFatal: false, "NVIDIA's driver fails with encrypted memory"),
        new(ThirtyTwoBitPrograms, "ia32_emulation", Off, IsFatal: true, "no 32-bit program starts"),
        new(ThirtyTwoBitPrograms, "vdso32", Off, IsFatal: false, "32-bit programs get slower, and some games misbehave"),
        new(ThirtyTwoBitPrograms, "split_lock_detect", ["fatal"], IsFatal: false, "some old Windows games are ended by the kernel"),
        new(VirtualizationHost, "intel_iommu", ["off"], IsFatal: false, "no device can be handed to a guest"),
        new(VirtualizationHost, "amd_iommu", ["off"], IsFatal: false, "no device can be handed to a guest"),
        new(VirtualizationHost, "iommu", ["off"], IsFatal: false, "no device can be handed to a guest"),
        new(VirtualizationHost, "l1tf", ["full,force"], IsFatal: false, "guests lose up to half of their speed on affected processors, and SMT with it"),
        new(VirtualizationHost, "ipv6.disable", On, IsFatal: false, "libvirt's networks expect IPv6"),
        new(Containers, "ipv6.disable", On, IsFatal: false, "the network of containers without root (pasta) expects IPv6"),
        new(Containers, "cgroup_disable", ["memory"], IsFatal: false, "limits of memory do not hold"),
        new(Router, "ipv6.disable", On, IsFatal: false, "Tailscale and other VPNs expect IPv6"),
        new(Debugging, "lockdown", ["confidentiality"], IsFatal: false, "bpftrace, kprobes and parts of perf are refused"),
        new(Debugging, "debugfs", ["off", "no-mount"], IsFatal: false, "tools that read debugfs find nothing"),
        new(Debugging, "proc_mem.force_override", ["never"], IsFatal: false, "debuggers cannot set breakpoints through /proc/PID/mem"),
        new(Laptop, "nousb", Any, IsFatal: true, "neither keyboard, nor camera, nor dock works"),
        new(Desktop, "nousb", Any, IsFatal: true, "neither keyboard nor mouse works"),
        new(Laptop, "usbcore.authorized_default", Unauthorized, IsFatal: false, "docks and USB devices do nothing until a program permits them"),
        new(Desktop, "usbcore.authorized_default", Unauthorized, IsFatal: false, "USB keyboard and mouse do nothing until a program permits them"),
        new(Laptop, "oops", ["panic"], IsFatal: false, "a fault of a graphics or Wi-Fi driver restarts the machine, and work is lost"),
        new(Desktop, "oops", ["panic"], IsFatal: false, "a fault of a graphics driver restarts the machine, and work is lost"),
        new(Server, "rd.emergency", ["halt", "poweroff"], IsFatal: false, "a server whose start fails stays off; reboot tries again and can fall back to the earlier image"),
        new(VirtualMachine, "systemd.ssh_auto", ["no"], IsFatal: false, "the host cannot reach the guest by SSH over vsock"),
    ]);

    private static readonly FrozenDictionary<string, UseConflict[]> Sysctls = ByName(
    [
        new(Containers, "user/max_user_namespaces", Off, IsFatal: true, "containers without root, Flatpak and the sandboxes of browsers need user namespaces"),
        new(Containers, "kernel/unprivileged_userns_clone", Off, IsFatal: true, "containers without root, Flatpak and the sandboxes of browsers need user namespaces"),
        new(Containers, "user/max_net_namespaces", Off, IsFatal: true, "a container needs a network namespace"),
        new(Desktop, "user/max_user_namespaces", Off, IsFatal: false, "browsers and Flatpak lose their sandboxes"),
        new(Router, "net/ipv4/ip_forward", Off, IsFatal: true, "packets of others are dropped"),
        new(Router, "net/ipv4/conf/*/forwarding", Off, IsFatal: true, "packets of others are dropped"),
        new(Router, "net/ipv6/conf/*/forwarding", Off, IsFatal: true, "packets of others are dropped"),
        new(Router, "net/ipv4/conf/*/rp_filter", On, IsFatal: false, "strict filtering drops what comes back another way; 2 is loose enough"),
        new(Router, "net/ipv6/conf/*/disable_ipv6", On, IsFatal: false, "Tailscale and other VPNs expect IPv6"),
        new(VirtualizationHost, "net/ipv4/ip_forward", Off, IsFatal: false, "guests behind libvirt's NAT do not reach the network"),
        new(ThirtyTwoBitPrograms, "abi/vsyscall32", Off, IsFatal: false, "32-bit programs get slower, and some games misbehave"),
        new(Debugging, "kernel/yama/ptrace_scope", ["3"], IsFatal: true, "no program can be debugged, until a restart"),
        new(Debugging, "kernel/yama/ptrace_scope", ["2"], IsFatal: false, "only root can debug"),
        new(Debugging, "kernel/perf_event_paranoid", ["3", "4"], IsFatal: false, "only root can use perf"),
        new(Debugging, "kernel/kptr_restrict", ["2"], IsFatal: false, "kernel addresses are hidden from root's tools too"),
        new(Debugging, "kernel/core_pattern", ["|/bin/false", "|/bin/true"], IsFatal: false, "no core of a crashed program is kept"),
        new(Server, "kernel/panic", Off, IsFatal: false, "after a panic the server stands still until somebody restarts it"),
    ]);

    private static readonly FrozenDictionary<string, UseConflict[]> Modules = ByName(
    [
        .. Each(Laptop, isFatal: false, "USB4 ports stay powered in sleep, and docks are dead; iommu.strict=1 and bolt guard them", "thunderbolt"),
        .. Each(Laptop, isFatal: false, "Bluetooth does not work", "bluetooth", "btusb", "btintel"),
        .. Each(Laptop, isFatal: false, "Wi-Fi does not work", "cfg80211", "mac80211", "iwlwifi", "iwlmvm", "ath10k_pci", "ath11k_pci", "ath12k", "mt7921e", "rtw88_pci", "rtw89_pci"),
        .. Each(Laptop, isFatal: false, "the camera does not work", "uvcvideo"),
        .. Each(Laptop, isFatal: false, "USB disks do not work", "usb_storage", "uas"),
        .. Each(Laptop, isFatal: false, "there is no sound", "snd_hda_intel", "snd_usb_audio", "snd_sof_pci_intel_tgl"),
        .. Each(Laptop, isFatal: false, "touchpad or touch screen does not work", "hid_multitouch", "i2c_hid_acpi", "psmouse"),
        .. Each(Laptop, isFatal: true, "the screen stays as the firmware left it, or black", "i915", "xe", "amdgpu"),
        .. Each(Desktop, isFatal: true, "the screen stays as the firmware left it, or black", "i915", "xe", "amdgpu"),
        .. Each(Desktop, isFatal: false, "there is no sound", "snd_hda_intel", "snd_usb_audio"),
        .. Each(Desktop, isFatal: false, "USB disks do not work", "usb_storage", "uas"),
        .. Each(OutOfTreeDrivers, isFatal: true, "it is the driver that the image is for", "nvidia", "nvidia_drm", "nvidia_modeset", "nvidia_uvm", "zfs", "spl", "vboxdrv", "v4l2loopback"),
        .. Each(Containers, isFatal: true, "containers do not start, or have no network", "fuse", "veth", "bridge", "tun"),
        .. Each(VirtualizationHost, isFatal: true, "no guest starts with hardware support", "kvm", "kvm_intel", "kvm_amd"),
        .. Each(VirtualizationHost, isFatal: false, "guests lose their fast network, or devices", "vhost", "vhost_net", "tun", "bridge", "vfio_pci"),
        .. Each(Router, isFatal: true, "no packet of others passes, or the VPN does not start", "tun", "wireguard", "nf_tables", "nft_ct", "nf_nat", "nf_conntrack"),
        .. Each(VirtualMachine, isFatal: true, "the guest has no network or no disk", "virtio_net", "hv_netvsc", "vmxnet3"),
        .. Each(VirtualMachine, isFatal: false, "the host cannot share folders or talk to the guest", "9p", "9pnet", "9pnet_virtio", "virtiofs", "vsock", "vmw_vsock_virtio_transport"),
    ]);

    private static readonly FrozenDictionary<string, UseConflict[]> Masks = ByName(
    [
        .. Each(Hibernation, isFatal: true, "the machine cannot hibernate", "hibernate.target", "sleep.target", "systemd-hibernate.service"),
        .. Each(Laptop, isFatal: false, "the machine cannot sleep", "sleep.target", "suspend.target", "systemd-suspend.service"),
        .. Each(Laptop, isFatal: false, "there is no Wi-Fi to choose", "NetworkManager.service", "wpa_supplicant.service"),
        .. Each(Laptop, isFatal: false, "nobody reads the battery", "upower.service"),
        .. Each(Laptop, isFatal: false, "docks are not authorised", "bolt.service"),
        .. Each(Laptop, isFatal: false, "Bluetooth does not work", "bluetooth.service"),
        .. Each(Server, isFatal: false, "nobody reaches the server over the network", "sshd.service"),
        .. Each(VirtualizationHost, isFatal: true, "nothing manages guests", "libvirtd.service", "virtqemud.service"),
        .. Each(Router, isFatal: true, "the VPN does not start", "tailscaled.service"),
    ]);

    /// <summary>What the argument stands against among the uses of the design.</summary>
    public static IEnumerable<UseConflict> Of(ImageDesign design, KernelArgument argument) =>
        Find(design, Arguments, argument.NormalizedKey, argument.Value);

    public static IEnumerable<UseConflict> Of(ImageDesign design, SysctlSetting setting) =>
        Find(design, Sysctls, AllInterfaces(setting.ProcPath), setting.Value);

    public static IEnumerable<UseConflict> Of(ImageDesign design, ModuleName module) =>
        Find(design, Modules, module.NormalizedName, value: null);

    /// <summary>What masking the unit stands against.</summary>
    public static IEnumerable<UseConflict> OfMask(ImageDesign design, UnitName unit) =>
        Find(design, Masks, unit.ToString(), value: null);

    /// <summary>The path with a star for the interface: all, default and names of one interface are the same here.</summary>
    internal static string AllInterfaces(string path)
    {
        if (!path.StartsWith("net/ipv4/conf/", StringComparison.Ordinal) && !path.StartsWith("net/ipv6/conf/", StringComparison.Ordinal))
        {
            return path;
        }

        return string.Concat(path.AsSpan(0, "net/ipv4/conf/".Length), "*", path.AsSpan(path.LastIndexOf('/')));
    }

    private static IEnumerable<UseConflict> Find(ImageDesign design, FrozenDictionary<string, UseConflict[]> table, string name, string? value) =>
        table.TryGetValue(name, out var conflicts) ? conflicts.Where(each => design.IsFor(each.Use) && each.Fits(value)) : [];

    private static IEnumerable<UseConflict> Each(MachineUse use, bool isFatal, string why, params string[] names) =>
        names.Select(name => new UseConflict(use, name, Any, isFatal, why));

    private static FrozenDictionary<string, UseConflict[]> ByName(IEnumerable<UseConflict> conflicts) =>
        conflicts.GroupBy(each => each.Name, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
