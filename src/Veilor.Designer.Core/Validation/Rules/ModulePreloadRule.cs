using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What is not loaded before the lock is never loaded (nixpkgs#29019: /boot could not be mounted).</summary>
public sealed class ModulePreloadRule() : DesignRule("VD6019", DiagnosticSeverity.Warning, "The lock comes before modules that are needed")
{
    private static readonly (string Module, string For, Func<ImageDesign, bool> IsNeeded)[] Needs =
    [
        .. Need("firewalld", design => ServicesFields.Enable.Contains(design, UnitName.Parse("firewalld.service")), "nf_tables", "nft_ct"),
        .. Need("a VPN", design => design.IsFor(MachineUse.Router) || ServicesFields.Enable.Contains(design, UnitName.Parse("tailscaled.service")), "tun", "wireguard"),
        .. Need("containers", design => design.IsFor(MachineUse.Containers) || UnitPackages.IsChosen(design, "podman"), "overlay", "fuse", "veth", "bridge"),
        .. Need("the EFI partition", design => design.Storage.Partitions.Any(partition => partition.FileSystem == FileSystemKind.Efi), "vfat", "nls_cp437", "nls_ascii"),
        .. Need("guests", design => design.IsFor(MachineUse.VirtualizationHost), "kvm_intel", "kvm_amd", "vhost_net"),
        .. Need("USB devices", design => design.IsFor(MachineUse.Laptop) || design.IsFor(MachineUse.Desktop), "usb_storage", "uas", "usbhid", "hid_multitouch", "snd_usb_audio"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in ModuleLocks.Enabled(input))
        {
            var loaded = OverlayFiles.Below(input.Content, "usr/lib/modules-load.d/", "etc/modules-load.d/")
                .SelectMany(each => OverlayFiles.Lines(each.File))
                .Select(line => line.Replace('-', '_'))
                .ToHashSet(StringComparer.Ordinal);
            var missing = Needs.Where(need => !loaded.Contains(need.Module) && need.IsNeeded(input.Design)).ToList();
            if (missing.Count > 0)
            {
                var list = string.Join("; ", missing.GroupBy(need => need.For, StringComparer.Ordinal).Select(group => $"{string.Join(", ", group.Select(need => need.Module))} for {group.Key}"));
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' locks modules, and nothing loads these before: {list}. List them in overlay/usr/lib/modules-load.d/50-own.conf.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit));
            }
        }
    }

    private static IEnumerable<(string Module, string For, Func<ImageDesign, bool> IsNeeded)> Need(string what, Func<ImageDesign, bool> isNeeded, params string[] modules) =>
        modules.Select(module => (module, what, isNeeded));
}
