using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A blocked module takes the ground from a service or package that the design chooses.</summary>
public sealed class BlockedNeedRule() : DesignRule("VD4019", DiagnosticSeverity.Warning, "A blocked module is needed by something chosen")
{
    private static readonly ILookup<string, (UnitName Unit, PackageSpec Package)> Needs = new (string Module, string Unit, string Package)[]
    {
        ("bluetooth", "bluetooth.service", "bluez"), ("btusb", "bluetooth.service", "bluez"), ("nf_tables", "firewalld.service", "firewalld"),
        ("nft_ct", "firewalld.service", "firewalld"), ("nf_conntrack", "firewalld.service", "firewalld"), ("tun", "tailscaled.service", "tailscale"),
        ("wireguard", "wg-quick@wg0.service", "wireguard-tools"), ("fuse", "podman.socket", "podman"), ("veth", "podman.socket", "podman"),
        ("bridge", "libvirtd.service", "libvirt-daemon"), ("kvm", "libvirtd.service", "qemu-kvm"), ("udf", "udisks2.service", "udisks2"),
        ("cifs", "smb.service", "cifs-utils"), ("nfs", "nfs-server.service", "nfs-utils"), ("nfsv4", "nfs-server.service", "nfs-utils"),
        ("thunderbolt", "bolt.service", "bolt"), ("snd_usb_audio", "pipewire.service", "pipewire"), ("uvcvideo", "pipewire.service", "cheese"),
    }.ToLookup(each => each.Module, each => (UnitName.Parse(each.Unit), PackageSpec.Parse(each.Package)), StringComparer.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var module in input.Design.Kernel.BlockedModules)
        {
            var (unit, package) = Needs[module.NormalizedName].FirstOrDefault(each =>
                ServicesFields.Enable.Contains(input.Design, each.Unit) || PackagesFields.Install.Contains(input.Design, each.Package));
            if (package is not null)
            {
                yield return Report(KernelFields.BlockedModules.PathOf(module), $"'{module}' is blocked, and {package} ({unit}) needs it.", $"Do not block {module}", design => KernelFields.BlockedModules.Remove(design, module));
            }
        }
    }
}
