using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Memory, KVM and SELinux of this machine.</summary>
/// <param name="machine">Its distribution; null when it is not known.</param>
/// <param name="memory">Bytes of memory.</param>
/// <param name="rootType">The type of the file system at <c>/</c>: swap files are made in another way on btrfs.</param>
/// <param name="selinuxPath">The file that says whether SELinux enforces: <c>1</c> or <c>0</c>; it is not there where SELinux is off.</param>
public sealed class MachineChecks(OsRelease? machine, long memory, string? rootType = null, string selinuxPath = "/sys/fs/selinux/enforce")
{
    private const string Group = "Machine";

    /// <summary>bootc-image-builder's README and image-builder's pkg/setup want the policy of this package on a host that enforces.</summary>
    private const string BuilderPolicy = "osbuild-selinux";

    private const long EnoughMemory = 4L << 30;

    private bool IsDebian => machine is not null && machine.IdLike.Append(machine.Id).Any(id => id is "debian" or "ubuntu");

    /// <summary>Looks at everything that a build needs.</summary>
    /// <param name="makesArtifacts">True when disk images or ISOs are made.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(bool makesArtifacts, CancellationToken cancellation)
    {
        List<PreflightCheck> checks = [Memory(EnoughMemory, makesArtifacts, "4 GiB for disk images and ISOs"), Kvm(), await SELinuxAsync(makesArtifacts, cancellation)];
        if (machine is not null)
        {
            checks.Add(new PreflightCheck(Group, "System", CheckState.Good, machine.PrettyName, "commands that install what is missing", []));
        }

        return checks;
    }

    /// <summary>Whether there is enough memory; a swap file helps where there is not.</summary>
    /// <param name="enough">Bytes.</param>
    /// <param name="isNeeded">False when nothing that was chosen takes much.</param>
    /// <param name="purpose">What it is needed for.</param>
    public PreflightCheck Memory(long enough, bool isNeeded, string purpose) => new(
        Group, "Memory", memory >= enough ? CheckState.Good : isNeeded ? CheckState.Warning : CheckState.Unneeded, SpaceCheck.Size(memory), purpose,
        memory >= enough ? [] : SwapFile);

    /// <summary>Whether QEMU may use the processor's virtualisation.</summary>
    public static PreflightCheck Kvm()
    {
        const string Device = "/dev/kvm";
        const string Purpose = "booting the result at full speed";
        if (BootMachineProbe.HasKvm())
        {
            return new PreflightCheck(Group, "KVM", CheckState.Good, Device, Purpose, []);
        }

        return CanOpen(Device)
            ? new PreflightCheck(Group, "KVM", CheckState.Unneeded, $"{Device} is there, but the processor shows neither VT-x nor AMD-V: QEMU emulates, which is slow", Purpose, [])
            : new PreflightCheck(
                Group, "KVM", CheckState.Unneeded, $"{Device} cannot be opened: QEMU emulates, which is slow", Purpose,
                ["sudo modprobe kvm_intel || sudo modprobe kvm_amd", "sudo usermod --append --groups kvm $USER"]);
    }

    /// <summary>mkswapfile is of btrfs-progs 6.1; fallocate makes a swap file on ext4 and xfs.</summary>
    private EquatableArray<string> SwapFile => rootType == "btrfs"
        ? ["sudo btrfs filesystem mkswapfile --size 4g /swapfile && sudo swapon /swapfile"]
        : ["sudo fallocate --length 4GiB /swapfile && sudo chmod 0600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile"];

    private async Task<PreflightCheck> SELinuxAsync(bool makesArtifacts, CancellationToken cancellation)
    {
        const string Purpose = "labels of mounted folders; the commands name the label that they need";
        if (!File.Exists(selinuxPath))
        {
            return new PreflightCheck(Group, "SELinux", CheckState.Good, "off here", Purpose, []);
        }

        if ((await File.ReadAllTextAsync(selinuxPath, cancellation)).Trim() != "1")
        {
            return new PreflightCheck(Group, "SELinux", CheckState.Good, "permissive", Purpose, []);
        }

        if (!makesArtifacts || await ToolVersions.SucceedsAsync("rpm", ["--query", BuilderPolicy], cancellation))
        {
            return new PreflightCheck(Group, "SELinux", CheckState.Good, "enforcing", Purpose, []);
        }

        return IsDebian
            ? new PreflightCheck(
                Group, "SELinux", CheckState.Warning, "enforcing, and Debian has no package of the builder's policy: permissive for the time of the build helps", "disk images and ISOs", ["sudo setenforce 0", "sudo setenforce 1"])
            : new PreflightCheck(
                Group, "SELinux", CheckState.Warning, $"enforcing, and the builder's policy is missing: {BuilderPolicy}", "disk images and ISOs", [machine?.InstallCommand(BuilderPolicy) ?? $"sudo dnf install -y {BuilderPolicy}"]);
    }

    private static bool CanOpen(string device)
    {
        try
        {
            using var handle = File.OpenHandle(device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
