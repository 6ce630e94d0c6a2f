using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A blocked module takes the ground from a service or package that the design chooses.</summary>
public sealed class BlockedNeedRule() : DesignRule("VD4019", DiagnosticSeverity.Warning, "A blocked module is needed by something chosen")
{
    private static readonly ILookup<string, (UnitName Unit, PackageSpec Package)> Units = new (string Module, string Unit, string Package)[]
    {
        ("bluetooth", "bluetooth.service", "bluez"), ("btusb", "bluetooth.service", "bluez"), ("nf_tables", "firewalld.service", "firewalld"),
        ("nft_ct", "firewalld.service", "firewalld"), ("nft_chain_nat", "firewalld.service", "firewalld"), ("nft_fib_inet", "firewalld.service", "firewalld"), ("nft_reject_inet", "firewalld.service", "firewalld"), ("nf_conntrack", "firewalld.service", "firewalld"), ("tun", "tailscaled.service", "tailscale"),
        ("wireguard", "wg-quick@wg0.service", "wireguard-tools"), ("fuse", "podman.socket", "podman"), ("veth", "podman.socket", "podman"),
        ("bridge", "podman.socket", "podman"), ("tun", "podman.socket", "podman"), ("nf_tables", "podman.socket", "podman"), ("nf_tables", "nftables.service", "nftables"),
        ("bridge", "libvirtd.service", "libvirt-daemon"), ("tun", "libvirtd.service", "libvirt-daemon"), ("kvm", "libvirtd.service", "qemu-kvm"), ("udf", "udisks2.service", "udisks2"),
        ("cifs", "smb.service", "cifs-utils"), ("nfs", "nfs-server.service", "nfs-utils"), ("nfsv4", "nfs-server.service", "nfs-utils"),
        ("thunderbolt", "bolt.service", "bolt"), ("snd_usb_audio", "pipewire.service", "pipewire"), ("uvcvideo", "pipewire.service", "cheese"),
        ("veth", "docker.service", "moby-engine"), ("bridge", "docker.service", "moby-engine"), ("nf_tables", "tailscaled.service", "tailscale"),
        ("dm_multipath", "multipathd.service", "device-mapper-multipath"), ("tun", "zerotier-one.service", "zerotier-one"),
    }.ToLookup(each => each.Module, each => (UnitName.Parse(each.Unit), PackageSpec.Parse(each.Package)), StringComparer.Ordinal);

    /// <summary>Programs that are no service, with the module without which they do nothing.</summary>
    private static readonly ILookup<string, PackageSpec> Programs = new (string Module, string Package)[]
    {
        ("fuse", "flatpak"), ("fuse", "toolbox"), ("fuse", "distrobox"), ("fuse", "fuse-overlayfs"), ("fuse", "fuse-sshfs"), ("fuse", "ntfs-3g"), ("fuse", "rclone"), ("fuse", "gvfs-fuse"),
        ("tun", "openvpn"), ("tun", "NetworkManager-openvpn"), ("tun", "openconnect"), ("tun", "NetworkManager-openconnect"), ("tun", "passt"), ("tun", "slirp4netns"),
        ("nf_tables", "netavark"), ("nf_tables", "fail2ban-firewalld"), ("veth", "netavark"), ("bridge", "netavark"), ("squashfs", "snapd"), ("squashfs", "singularity-ce"), ("squashfs", "apptainer"),
    }.ToLookup(each => each.Module, each => PackageSpec.Parse(each.Package), StringComparer.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var block in ModuleBlock.Of(input))
        {
            if (Need(input, block.Module) is { } need)
            {
                var message = $"{block.Place}, and {need} needs it.";
                yield return block is { File: { } file } ? ReportFile(file, message) : Report(block.Path, message, block.Fix!.Title, block.Fix.Apply);
            }
        }
    }

    private static string? Need(RuleInput input, string module)
    {
        var design = input.Design;
        var (unit, package) = Units[module].FirstOrDefault(each => ServicesFields.Enable.Contains(design, each.Unit) || PackagesFields.Install.Contains(design, each.Package));
        return package is not null ? $"{package} ({unit})"
            : Programs[module].FirstOrDefault(each => PackagesFields.Install.Contains(design, each)) is { } program ? program.ToString()
            : module is "fuse" && !design.Packages.Flatpaks.IsEmpty ? "the sandbox of Flatpaks"
            : module is "zram" && design.Storage.HasZram ? "swap in memory"
            : null;
    }
}
