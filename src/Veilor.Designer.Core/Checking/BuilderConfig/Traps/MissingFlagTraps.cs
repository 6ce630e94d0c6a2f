using Veilor.Designer.Core.Checking.BuilderConfig.Rules;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>What the builder needs beside the file; its errors do not name the flag that gives it.</summary>
internal static class MissingFlagTraps
{
    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        if (string.IsNullOrEmpty(context.Request.Rootfs) && !context.Request.ImageHasDefaultRootfs)
        {
            yield return new CheckTrap(
                "no-root-filesystem",
                DiagnosticSeverity.Info,
                "Name the file system of the root: --rootfs ext4, xfs or btrfs.",
                "Without it the builder takes the default that the image names in /usr/lib/bootc/install, and stops where there is none, as in Fedora's base images.",
                1,
                1);
        }

        var takesPayload = context.IsIso && !ImageTypes.IsPackageIso(context.ImageType) && context.ImageType != "bootc-generic-iso";
        if (takesPayload && string.IsNullOrEmpty(context.Request.PayloadRef))
        {
            yield return new CheckTrap(
                "no-payload",
                DiagnosticSeverity.Info,
                "Name the image that the installer installs: --payload-ref.",
                "The image that the builder is called with is the installer itself.",
                1,
                1);
        }
    }
}
