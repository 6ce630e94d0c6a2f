using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The virtual machines that an image type is for have their disk or their network behind these drivers (Linux, drivers/hv, drivers/net, drivers/scsi and their Kconfig).</summary>
public sealed class CloudModuleRule() : DesignRule("VD4039", DiagnosticSeverity.Warning, "The machines of the image type need the module")
{
    private static readonly ILookup<string, (ImageType Type, string Need)> Needs = new (string Module, ImageType Type, string Need)[]
    {
        ("hv_vmbus", ImageType.Vhd, "Azure and Hyper-V reach every device through it"),
        ("hv_storvsc", ImageType.Vhd, "Azure and Hyper-V have the disk behind it"),
        ("hv_netvsc", ImageType.Vhd, "Azure and Hyper-V have the network behind it"),
        ("ena", ImageType.Ami, "Amazon's machines have the network behind it"),
        ("xen_blkfront", ImageType.Ami, "Amazon's older machines have the disk behind it"),
        ("xen_netfront", ImageType.Ami, "Amazon's older machines have the network behind it"),
        ("vmw_pvscsi", ImageType.Vmdk, "VMware's machines may have the disk behind it"),
        ("vmxnet3", ImageType.Vmdk, "VMware's machines have the network behind it"),
        ("mptspi", ImageType.Vmdk, "VMware's machines may have the disk behind it"),
        ("vmw_pvscsi", ImageType.Ova, "VMware's machines may have the disk behind it"),
        ("vmxnet3", ImageType.Ova, "VMware's machines have the network behind it"),
        ("mptspi", ImageType.Ova, "VMware's machines may have the disk behind it"),
        ("virtio_net", ImageType.Gce, "Google's machines have the network behind it"),
        ("gve", ImageType.Gce, "Google's newer machines have the network behind it"),
        ("virtio_net", ImageType.Oci, "Oracle's machines have the network behind it"),
        ("virtio_net", ImageType.Qcow2, "QEMU's machines have the network behind it"),
    }.ToLookup(each => each.Module, each => (each.Type, each.Need), StringComparer.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.MakesDisk())
        {
            yield break;
        }

        foreach (var block in ModuleBlock.Of(input))
        {
            if (Needs[block.Module].FirstOrDefault(each => input.Design.Outputs.ImageTypes.IndexOf(each.Type) >= 0) is { Need: { } need })
            {
                var message = $"{block.Place}, and {need}.";
                yield return block is { File: { } file } ? ReportFile(file, message) : Report(block.Path, message, block.Fix!.Title, block.Fix.Apply);
            }
        }
    }
}
