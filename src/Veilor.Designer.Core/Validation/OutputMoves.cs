using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// The move to the output that can express a layout. A kickstart makes everything the model can draw; the disk table of
/// the builders knows no LUKS, one btrfs volume, and no growing. Their filesystem table is never written: image-builder
/// refuses it, and it knows mount points and sizes only.
/// </summary>
internal static class OutputMoves
{
    public const string ToInstallerTitle = "Make the installer ISO in place of disk images";

    /// <summary>The design with the installer ISO in place of disk images.</summary>
    public static ImageDesign ToInstaller(ImageDesign design)
    {
        var types = design.Outputs.ImageTypes.Where(type => !type.IsDisk()).ToList();
        if (!types.Exists(type => type.IsIso()))
        {
            types.Insert(0, ImageType.AnacondaIso);
        }

        return DeliveryFields.ImageTypes.Set(design, [.. types]);
    }
}
