using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Core.Preflight;

/// <summary>
/// How much disk a build takes, roughly and rather too much. The numbers are rules of thumb, not measurements: a base of unknown size counts as
/// 2 GiB, an environment of packages as 4 GiB, a group as 0.5 GiB, a package as 40 MiB, and a builder's image as 2 GiB.
/// </summary>
/// <param name="Storage">Bytes in the podman storage that is built in.</param>
/// <param name="RootStorage">Bytes in root's storage for the copy; 0 when that is the same.</param>
/// <param name="Results">Bytes where the workspace is: the image on its way, disks and ISOs.</param>
public sealed record SpaceEstimate(long Storage, long RootStorage, long Results)
{
    private const long Mebi = 1L << 20;
    private const long Gibi = 1L << 30;
    private const long UnknownBase = 2 * Gibi;

    /// <summary>What a builder's image counts as when it has yet to be pulled, in bytes.</summary>
    public const long UnknownBuilder = 2 * Gibi;

    /// <summary>Estimates a build.</summary>
    /// <param name="design">The design.</param>
    /// <param name="choices">The chosen steps.</param>
    /// <param name="host">The machine.</param>
    /// <param name="baseSize">The base's size when it is in the storage already, else null: then it is pulled.</param>
    public static SpaceEstimate Of(ImageDesign design, BuildChoices choices, BuildHost host, long? baseSize)
    {
        var packages = design.Packages;
        var added = (packages.Environments.Count * 4 * Gibi) + (packages.Groups.Count * Gibi / 2) + (packages.Install.Count * 40 * Mebi) + (256 * Mebi);
        var image = (baseSize ?? UnknownBase) + added;
        var isCopied = !choices.ImageTypes.IsEmpty && !host.IsRoot && !choices.BuildAsRoot;
        var results = isCopied && host.Root != RootAccess.Terminal ? image : 0;
        foreach (var type in choices.ImageTypes)
        {
            // A disk image holds the unpacked image; an ISO holds it packed beside the installer. The builder needs its place twice while it works.
            results += type.IsDisk() ? 2 * image : image + (2 * Gibi);
        }

        return new SpaceEstimate(added + (baseSize is null ? UnknownBase : 0), isCopied ? image : 0, results);
    }
}
