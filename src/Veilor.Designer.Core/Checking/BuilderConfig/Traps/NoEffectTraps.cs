using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Rules;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Settings that are on the list of supported ones and still do nothing.</summary>
internal static class NoEffectTraps
{
    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        var customizations = context.Customizations;
        if (context.TypeCount > 1)
        {
            yield return new CheckTrap(
                "first-type-only",
                DiagnosticSeverity.Info,
                $"The settings are checked for {context.ImageType} only.",
                "With several types the builder makes one manifest, for the first of them.",
                1,
                1);
        }

        if (context.ImageType == "bootc-generic-iso" && customizations?.Entries.Count > 0)
        {
            yield return TrapFinder.At(
                context.Config.At("customizations")!,
                "no-effect",
                DiagnosticSeverity.Warning,
                "bootc-generic-iso ignores every customization.",
                "The type lists installer settings as supported and its code never reads the config.");
            yield break;
        }

        foreach (var (path, message, reason) in context.IsIso ? OnIso(context) : OnDisk())
        {
            if (customizations.At(path.Split('/')) is { } entry)
            {
                yield return TrapFinder.At(entry, "no-effect", DiagnosticSeverity.Warning, message, reason);
            }
        }
    }

    private static IEnumerable<(string Path, string Message, string Reason)> OnDisk() =>
    [
        ("sshd", "customizations.sshd has no effect on a bootc image.", "It is accepted as supported and never used. Put a file into /etc/ssh/sshd_config.d."),
        ("ignition/embedded", "ignition.embedded has no effect on a bootc image.", "It is accepted as supported; only ignition.firstboot is used."),
    ];

    private static IEnumerable<(string Path, string Message, string Reason)> OnIso(TrapContext context)
    {
        yield return ("installer/bootloader", "installer.bootloader has no effect on a bootc ISO.", "It is read and never used for these types.");
        yield return ("installer/payload", "installer.payload has no effect on a bootc ISO.", "It is read and never used for these types.");
        if (!context.HasOwnKickstart)
        {
            yield return ("installer/unattended", "installer.unattended changes nothing.", "Without a kickstart of your own a bootc ISO is always unattended.");
            yield return ("installer/sudo-nopasswd", "installer.sudo-nopasswd has no effect on a bootc ISO.", "It is accepted; the kickstart for bootc never carries it. Put a file into /etc/sudoers.d in the image.");
        }

        if (ImageTypes.IsPackageIso(context.ImageType) && context.Request.Builder == BuilderFrontEnd.BootcImageBuilder)
        {
            yield return ("iso/application_id", "iso.application_id has no effect.", "Of the table iso only volume_id is used.");
            yield return ("iso/publisher", "iso.publisher has no effect.", "Of the table iso only volume_id is used.");
        }
    }
}
