namespace Veilor.Designer.Core.Design;

/// <summary>What the name of a base says about it.</summary>
public static class BaseFacts
{
    private static readonly string[] EnterpriseLinux = ["centos-bootc", "rhel-bootc", "almalinux-bootc", "rockylinux-bootc"];

    private static readonly string[] AtomicDesktops = ["/ublue-os/", "/fedora/fedora-kinoite", "/fedora/fedora-silverblue", "/fedora-ostree-desktops/"];

    /// <summary>True for RHEL and what is made of its sources: older kernels, and no btrfs.</summary>
    public static bool IsEnterpriseLinux(this ImageDesign design) =>
        Array.Exists(EnterpriseLinux, each => design.Image.Base.Repository.EndsWith(each, StringComparison.Ordinal));

    /// <summary>True for a base whose /opt is a link to /var/opt, as on the atomic desktops (bootc, filesystem.md); fedora-bootc has a folder there.</summary>
    public static bool LinksOpt(this ImageDesign design) =>
        Array.Exists(AtomicDesktops, each => design.Image.Base.Name.Contains(each, StringComparison.Ordinal));
}
