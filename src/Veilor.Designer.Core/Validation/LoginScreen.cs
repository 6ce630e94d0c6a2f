using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// The program that KDE Plasma logs in with, which follows the release: SDDM up to Fedora 43, Plasma Login Manager from
/// Fedora 44 on (fedoraproject.org, Changes/PlasmaLoginManager). Its package enables its unit by Fedora's presets.
/// </summary>
/// <param name="Title">What people call it.</param>
/// <param name="Package">Its package.</param>
/// <param name="Unit">Its unit, which is linked to display-manager.service.</param>
internal sealed record LoginScreen(string Title, PackageSpec Package, UnitName Unit)
{
    private const int FirstWithPlasmaLogin = 44;

    private static readonly LoginScreen Sddm = new("SDDM", PackageSpec.Parse("sddm"), UnitName.Parse("sddm.service"));

    private static readonly LoginScreen PlasmaLogin = new("Plasma Login Manager", PackageSpec.Parse("plasma-login-manager"), UnitName.Parse("plasmalogin.service"));

    private static readonly PackageGroupId[] Kde = [.. new[] { "kde-desktop-environment", "kde-desktop", "kde-mobile-environment", "kde-mobile" }.Select(PackageGroupId.Parse)];

    /// <summary>The one that KDE of this release brings; null without KDE or where the base does not tell its release.</summary>
    public static LoginScreen? Of(ImageDesign design)
    {
        var hasKde = design.IsKinoite() || design.Packages.Environments.Concat(design.Packages.Groups).Any(group => Array.IndexOf(Kde, group) >= 0);
        return !hasKde || design.FedoraRelease() is not { } release ? null
            : release < FirstWithPlasmaLogin ? Sddm
            : PlasmaLogin;
    }

    /// <summary>The one of the releases on the other side.</summary>
    public LoginScreen Other => ReferenceEquals(this, Sddm) ? PlasmaLogin : Sddm;

    /// <summary>True when the design keeps the package out of the image.</summary>
    public bool IsLeftOut(ImageDesign design) =>
        design.Packages.Remove.Concat(design.Packages.Exclude).Any(pattern => PackagePattern.Matches(pattern, Package));

    /// <summary>The design that logs in with this one in place of the other: package and unit.</summary>
    public ImageDesign Replace(ImageDesign design)
    {
        design = ServicesFields.Mask.Remove(ServicesFields.Disable.Remove(design, Unit), Unit);
        design = Exchange(design, ServicesFields.Enable, Other.Unit, Unit);
        return Exchange(design, PackagesFields.Install, Other.Package, Package);
    }

    private static ImageDesign Exchange<TItem>(ImageDesign design, ListField<TItem> field, TItem old, TItem now)
    {
        var items = field.Get(design);
        var index = items.IndexOf(old);
        return index < 0 ? design
            : field.Contains(design, now) ? field.Remove(design, old)
            : field.Set(design, items.SetItem(index, now));
    }
}
