using Veilor.Designer.Core.Checking.BuilderConfig.Rules;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Settings that the image type does not support: the builder names at most the first of them, and an ISO build none.</summary>
internal static class IgnoredOptionTraps
{
    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        var isSilent = context.Request.Builder == BuilderFrontEnd.BootcImageBuilder && ImageTypes.IsPackageIso(context.ImageType);
        for (var i = 0; i < context.Unsupported.Count; i++)
        {
            var option = context.Unsupported[i];
            if (isSilent && option.Path == "customizations.iso")
            {
                // It is on no list, and its volume_id becomes the label all the same; the rest is told key by key (osbuild/image-builder, bib_legacy.go).
                continue;
            }

            if (option.Path == "customizations.filesystem" && !context.IsIso)
            {
                yield return TrapFinder.At(
                    option.Entry,
                    "honoured-but-unsupported",
                    DiagnosticSeverity.Info,
                    "customizations.filesystem is not on the list of supported settings, yet bootc-image-builder follows it; image-builder stops here.",
                    "The list and the code differ. customizations.disk is on the list and says more.");
                continue;
            }

            var reason = (isSilent, i) switch
            {
                (true, _) => "bootc-image-builder does not check the settings of this type at all, so nothing is printed.",
                (_, 0) => "bootc-image-builder prints one warning and goes on; image-builder stops.",
                _ => "The builder names the first unsupported setting only; this one goes without a word.",
            };
            yield return TrapFinder.At(
                option.Entry,
                "ignored-option",
                DiagnosticSeverity.Warning,
                $"{option.Path} has no effect on image type {context.ImageType}.{Instead(option.Path)}",
                reason);
        }
    }

    private static string Instead(string path) => path switch
    {
        "customizations.hostname" => " Put the name into /etc/hostname in the image, or into the kickstart's network line.",
        "customizations.timezone" or "customizations.locale" => " Set it in the image, or in a kickstart.",
        "customizations.services" or "customizations.firewall" => " Do it in the Containerfile.",
        "customizations.fips" => " Add fips=1 in /usr/lib/bootc/kargs.d and set the crypto policy in the image.",
        "customizations.sshkey" => " Give the key to a user in customizations.user.",
        "packages" or "modules" or "groups" or "enabled_modules" => " Install packages in the Containerfile.",
        "customizations.disk" or "customizations.filesystem" => " An installer partitions by its kickstart.",
        "customizations.files" or "customizations.directories" => " COPY them in the Containerfile, or write them in a kickstart's %post.",
        _ => string.Empty,
    };
}
