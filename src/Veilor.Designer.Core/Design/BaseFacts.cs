using System.Globalization;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>What the name of a base says about it.</summary>
public static class BaseFacts
{
    private static readonly string[] EnterpriseLinux = ["centos-bootc", "rhel-bootc", "almalinux-bootc", "rockylinux-bootc"];

    private static readonly string[] AtomicDesktops = ["/ublue-os/", "/fedora/fedora-kinoite", "/fedora/fedora-silverblue", "/fedora-ostree-desktops/"];

    /// <summary>Images whose tag is Fedora's release. Universal Blue's tags name channels, and each channel moves on by itself.</summary>
    private static readonly string[] FedoraImages =
    [
        "/fedora-bootc", "/fedora-kinoite", "/kinoite", "/fedora-silverblue", "/silverblue", "/sway-atomic", "/budgie-atomic", "/cosmic-atomic", "/base-atomic",
    ];

    /// <summary>True for RHEL and what is made of its sources: older kernels, and no btrfs.</summary>
    public static bool IsEnterpriseLinux(this ImageDesign design) =>
        Array.Exists(EnterpriseLinux, each => design.Image.Base.Repository.EndsWith(each, StringComparison.Ordinal));

    /// <summary>
    /// True for a base whose dnf is dnf 4: releases 9 and 10 of the Enterprise Linux family, and Universal Blue's images
    /// that are made of CentOS Stream, whose tags begin with lts. Any other base is taken to have dnf 5, as Fedora 41 and later.
    /// </summary>
    public static bool HasDnf4(this ImageDesign design) =>
        design.IsEnterpriseLinux()
        || (design.Image.Base.Name.Contains("/ublue-os/bluefin", StringComparison.Ordinal) && design.Image.Base.Tag?.StartsWith("lts", StringComparison.Ordinal) is true);

    /// <summary>True for a base whose /opt is a link to /var/opt, as on the atomic desktops (bootc, filesystem.md); fedora-bootc has a folder there.</summary>
    public static bool LinksOpt(this ImageDesign design) => design.IsAtomicDesktop();

    /// <summary>True for Fedora's atomic desktops and what Universal Blue makes of them: the base has a desktop with all that belongs to it.</summary>
    public static bool IsAtomicDesktop(this ImageDesign design) =>
        Array.Exists(AtomicDesktops, each => design.Image.Base.Name.Contains(each, StringComparison.Ordinal));

    /// <summary>
    /// True for the distributions' own small base, of which it is known what it lacks. Any other base may bring more, so
    /// nothing can be said to be missing there.
    /// </summary>
    public static bool HasSmallBase(this ImageDesign design) =>
        design.IsEnterpriseLinux() || design.Image.Base.Repository.EndsWith("fedora-bootc", StringComparison.Ordinal);

    /// <summary>
    /// The release of Fedora that the base's tag names, as 44 for <c>fedora-bootc:44</c>; rawhide is later than every
    /// number. Null for another base and for a tag that names none, such as latest.
    /// </summary>
    public static int? FedoraRelease(this ImageDesign design) => FedoraRelease(design.Image.Base);

    /// <inheritdoc cref="FedoraRelease(ImageDesign)"/>
    public static int? FedoraRelease(ImageReference reference)
    {
        var (name, tag) = (reference.Name, reference.Tag);
        if (tag is null || !Array.Exists(FedoraImages, each => name.EndsWith(each, StringComparison.Ordinal)))
        {
            return null;
        }

        // A tag may say more than the release: 44-x86_64, 44.20260801.0.
        var release = tag.AsSpan(0, tag.AsSpan().IndexOfAny('-', '.') is >= 0 and var end ? end : tag.Length);
        return release.SequenceEqual("rawhide") ? int.MaxValue
            : int.TryParse(release, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    /// <summary>True for Fedora's atomic desktop with KDE Plasma.</summary>
    public static bool IsKinoite(this ImageDesign design) => design.Image.Base.Repository.EndsWith("kinoite", StringComparison.Ordinal);
}
