using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Packages that bring drivers from outside the kernel's source: each fits one kernel, and Fedora signs none of them.</summary>
public static class DriverPackages
{
    /// <summary>The chosen packages that compile a driver: akmods and dkms, and those made for them (akmods, README; dkms(8)).</summary>
    public static EquatableArray<PackageSpec> Compiled(ImageDesign design) => design.Packages.Install.Where(IsCompiled).ToEquatableArray();

    /// <summary>The chosen packages that carry a ready driver, by Fedora's rules for their names (RPM Fusion, kmods2).</summary>
    public static EquatableArray<PackageSpec> Ready(ImageDesign design) =>
        design.Packages.Install.Where(package => package.ToString().StartsWith("kmod-", StringComparison.Ordinal)).ToEquatableArray();

    internal static bool IsCompiled(PackageSpec package)
    {
        var name = package.ToString();
        return name is "akmods" or "dkms" || name.StartsWith("akmod-", StringComparison.Ordinal) || name.EndsWith("-dkms", StringComparison.Ordinal);
    }
}
