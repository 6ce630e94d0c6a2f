using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>The steps of the build that can get a secret, and the lines of one's own that ask for one.</summary>
internal static class SecretSteps
{
    /// <summary>The scripts of the build, in order.</summary>
    public static IEnumerable<RelativePath> Scripts(ImageDesign design) => design.Scripts.BeforePackages.Concat(design.Scripts.Run);

    /// <summary>True when dnf installs or removes something in the build.</summary>
    public static bool HasPackages(ImageDesign design) =>
        design.System.Fips || HasPackages(design.Packages);

    /// <summary>True when the build has the step.</summary>
    public static bool IsThere(ImageDesign design, SecretStep step) =>
        step.Script is { } script ? Scripts(design).Contains(script)
        : step == SecretStep.Packages ? HasPackages(design)
        : Scripts(design).Any();

    /// <summary>The mounts of secrets in lines of one's own, with the field they stand in.</summary>
    public static IEnumerable<(Fields.FieldPath Path, RunMount Mount)> OwnMounts(ImageDesign design) =>
        from line in ExtraLines.Instructions(design)
        where line.Keyword is "RUN"
        from mount in RunMount.Of(line.Arguments)
        where mount.Type is "secret"
        select (line.Path, mount);

    /// <summary>True when lines of one's own mount the secret.</summary>
    public static bool IsMounted(ImageDesign design, SecretId id) =>
        OwnMounts(design).Any(each => string.Equals(each.Mount.Id, id.ToString(), StringComparison.Ordinal));

    private static bool HasPackages(PackagesSection packages) =>
        !packages.Kernel.IsEmpty || !packages.Copr.IsEmpty || !packages.Environments.IsEmpty || !packages.Groups.IsEmpty || !packages.Install.IsEmpty
        || !packages.Remove.IsEmpty || packages.Downloads.Any(download => download.IsPackage);
}
