using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// What the builders ask of the image itself: a root filesystem, a version they can read, and for ISOs a
/// distribution they know. Source: osbuild/image-builder, pkg/distro/generic/bootc.go and pkg/distro/bootc.
/// </summary>
internal static partial class ImageRules
{
    /// <exception cref="ConfigErrorException">The image cannot be used.</exception>
    public static void CheckImage(BuilderConfigRequest request, string imageType)
    {
        var rootfs = request.Rootfs ?? string.Empty;
        var hasRootfs = rootfs.Length > 0 || request.ImageHasDefaultRootfs;
        if (!hasRootfs && request.Builder == BuilderFrontEnd.BootcImageBuilder && ImageTypes.IsPackageIso(imageType))
        {
            throw new ConfigErrorException("no default root filesystem type specified in container, please use \"--rootfs\" to set manually");
        }

        string[] missing =
        [
            .. hasRootfs ? (string[])[] : ["DefaultRootFs"],
            .. request.OsId.Length > 0 ? (string[])[] : ["OSInfo.OSRelease.ID"],
            .. request.OsVersion.Length > 0 ? (string[])[] : ["OSInfo.OSRelease.VersionID"],
        ];
        if (missing.Length > 0)
        {
            throw new ConfigErrorException($"failed to initialize bootc distro: missing required info: {string.Join(", ", missing)}");
        }

        CheckVersion($"bootc-{request.OsId}-{request.OsVersion}");
        if (rootfs is not ("" or "ext4" or "xfs" or "btrfs" or "vfat"))
        {
            throw new ConfigErrorException($"failed to set default rootfs for bootc distro: unknown or unsupported filesystem type name: {rootfs}");
        }
    }

    /// <summary>ISOs made from packages need package sets for the image's distribution, or for one it is like.</summary>
    /// <exception cref="ConfigErrorException">There are none.</exception>
    public static void CheckPackageSets(BuilderConfigRequest request)
    {
        foreach (var id in (string[])[request.OsId, .. request.IdLike])
        {
            var name = $"{id}-{request.OsVersion}";
            CheckVersion(name);
            if (KnownDistribution().IsMatch(name))
            {
                if (!WithInstallerPackages().IsMatch(name))
                {
                    throw new ConfigErrorException("cannot find image definition for bootc-rpm-installer");
                }

                return;
            }
        }

        throw new ConfigErrorException(
            $"cannot load distro definitions for {request.OsId}-{request.OsVersion} or any of [{string.Join(' ', request.IdLike)}]");
    }

    /// <summary>Installer images are built with a helper made for the distribution; its version must be in the expected form.</summary>
    /// <exception cref="ConfigErrorException">It is not.</exception>
    public static void CheckRunner(BuilderConfigRequest request)
    {
        var version = request.OsVersion;
        var parts = version.Split('.');
        var problem = request.OsId switch
        {
            "fedora" => ParseProblem(version, $"cannot parse Fedora version ({version})"),
            "centos" => ParseProblem(version, $"cannot parse CentOS version ({version})"),
            "ol" when parts.Length < 2 => $"invalid Oracle Linux version format: {version}",
            "ol" => ParseProblem(parts[0], $"cannot parse Oracle Linux major version ({parts[0]})"),
            "rhel" when parts.Length != 2 => $"invalid RHEL version format: {version}",
            "rhel" => ParseProblem(parts[0], $"cannot parse RHEL major version ({parts[0]})")
                ?? ParseProblem(parts[1], $"cannot parse RHEL minor version ({parts[1]})"),
            _ => null,
        };
        if (problem is not null)
        {
            throw new ConfigErrorException($"failed to infer distro and runner: {problem}");
        }
    }

    private static string? ParseProblem(string number, string prefix) =>
        ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null
            : $"{prefix}: strconv.ParseUint: parsing {GoText.Quote(number)}: invalid syntax";

    private static string NumberFault(string number) => WholeNumber().IsMatch(number) ? "value out of range" : "invalid syntax";

    private static void CheckVersion(string name)
    {
        var prefix = $"error when parsing distro name {GoText.Quote(name)}:";
        var version = name[(name.LastIndexOf('-') + 1)..].Split('.');
        if (version.Length > 2)
        {
            throw new ConfigErrorException(string.Create(CultureInfo.InvariantCulture, $"{prefix} too many dots in the version ({version.Length - 1})"));
        }

        for (var i = 0; i < version.Length; i++)
        {
            if (!long.TryParse(version[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                throw new ConfigErrorException(
                    $"{prefix} parsing {(i == 0 ? "major" : "minor")} version failed, inner error:\nstrconv.Atoi: parsing {GoText.Quote(version[i])}: {NumberFault(version[i])}");
            }
        }
    }

    [GeneratedRegex(@"^[+-]?[0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^(fedora-[1-9][0-9]+|eln-[1-9][0-9]+|centos-(8|9|10)|almalinux_kitten-10|ol-10|ol-9|(almalinux|rocky)-(8|9|10)\.[0-9]{1,2}|ol-(9|10)\.[0-9]{1,2}|rhel-10\.[0-9]{1,2}|rhel-[89]\.?[0-9]{1,2}|rhel-7\.[0-9])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex KnownDistribution();

    [GeneratedRegex(@"^(fedora-|centos-(9|10)|almalinux_kitten-10|ol-|(almalinux|rocky|rhel)-(10\.|9))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex WithInstallerPackages();
}
