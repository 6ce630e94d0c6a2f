namespace Veilor.Designer.Core.Design;

/// <summary>
/// What machines with the image are for. It writes no setting by itself: settings are right or wrong for a use, and
/// rules that compare the two cannot read the use off packages and services alone.
/// </summary>
public enum MachineUse
{
    /// <summary>Runs on a battery: it suspends, it is docked, its devices come and go.</summary>
    Laptop,

    /// <summary>A person sits before it: displays, sound and USB devices come and go.</summary>
    Desktop,

    /// <summary>Runs alone and must come back alone.</summary>
    Server,

    /// <summary>A guest: its devices are those of the hypervisor, and its keyboard may be a serial line.</summary>
    VirtualMachine,

    /// <summary>Runs guests of its own with KVM.</summary>
    VirtualizationHost,

    /// <summary>Runs containers without root, Flatpaks or browsers, whose sandboxes need user namespaces.</summary>
    Containers,

    /// <summary>Loads modules that the distribution does not sign: NVIDIA, ZFS, VirtualBox.</summary>
    OutOfTreeDrivers,

    /// <summary>Saves memory to disk and powers off.</summary>
    Hibernation,

    /// <summary>Runs 32-bit programs: Steam, Wine.</summary>
    ThirtyTwoBitPrograms,

    /// <summary>Passes packets on for others: a Tailscale exit node or subnet router, a VPN gateway, a bridge for guests.</summary>
    Router,

    /// <summary>Debugs and traces programs and the kernel: gdb, perf, bpftrace.</summary>
    Debugging,
}
