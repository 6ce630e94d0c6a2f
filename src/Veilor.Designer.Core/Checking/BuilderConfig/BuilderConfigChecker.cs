using Veilor.Designer.Core.Checking.BuilderConfig.Decoding;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Rules;
using Veilor.Designer.Core.Checking.BuilderConfig.Traps;

namespace Veilor.Designer.Core.Checking.BuilderConfig;

/// <summary>
/// Tells what bootc-image-builder or image-builder would say to a config, without running it, and what it would
/// keep to itself. Behaviour follows osbuild/image-builder of August 2026; what needs the image or the network
/// (its packages, its kernel, the sizes) is outside.
/// </summary>
public static class BuilderConfigChecker
{
    /// <summary>Checks one config for one call of the builder. It never throws for any text.</summary>
    public static BuilderConfigReport Check(BuilderConfigRequest request) => Check(request, findsTraps: true);

    /// <summary>The verdict alone, without a look at what the builder takes in silence.</summary>
    internal static BuilderConfigReport Judge(BuilderConfigRequest request) => Check(request, findsTraps: false);

    private static BuilderConfigReport Check(BuilderConfigRequest request, bool findsTraps)
    {
        ArgumentNullException.ThrowIfNull(request);
        var types = request.Types.IsEmpty ? (IReadOnlyList<string>)["qcow2"] : request.Types;
        ConfigTable? config = null;
        IReadOnlyList<UnsupportedOption> unsupported = [];
        List<string> warnings = [];
        ConfigErrorException? error = null;
        try
        {
            ImageTypes.Check(types, request.Builder);
            config = ConfigLoader.Load(request);
            ImageRules.CheckImage(request, types[0]);
            unsupported = SupportedOptions.FindUnsupported(config, types[0]);
            if (unsupported.Count > 0 && !IsBibPackageIso(request, types[0]))
            {
                warnings.Add($"blueprint validation failed for image type {GoText.Quote(types[0])}: {unsupported[0].Path}: not supported");
            }

            CheckManifest(request, types[0], config);
            if (request.Builder == BuilderFrontEnd.ImageBuilder && warnings.Count > 0)
            {
                var first = unsupported[0].Entry;
                throw new ConfigErrorException($"Warnings during manifest creation:\n{warnings[0]}", first.Line, first.Column);
            }

            if (!ImageTypes.IsIso(types[0]))
            {
                ManifestRules.Check(types[0], config.TableAt("customizations"), request.Rootfs);
            }
        }
        catch (ConfigErrorException problem)
        {
            error = problem;
        }

        var traps = config is null || !findsTraps ? [] : TrapFinder.Find(new TrapContext(request, types[0], types.Count, config, unsupported));
        return new BuilderConfigReport(
            error is null ? CheckVerdict.Accept : CheckVerdict.Reject,
            error?.Message,
            error?.Line ?? 0,
            error?.Column ?? 0,
            [.. warnings],
            [.. traps]);
    }

    private static bool IsBibPackageIso(BuilderConfigRequest request, string type) =>
        request.Builder == BuilderFrontEnd.BootcImageBuilder && ImageTypes.IsPackageIso(type);

    private static void CheckManifest(BuilderConfigRequest request, string type, ConfigTable config)
    {
        var customizations = config.TableAt("customizations");
        if (type == "bootc-generic-iso")
        {
            return;
        }

        if (ImageTypes.IsIso(type))
        {
            try
            {
                CheckIso(request, type, customizations);
            }
            catch (ConfigErrorException problem) when (IsBibPackageIso(request, type))
            {
                throw new ConfigErrorException($"cannot build manifest: cannot get manifest: {problem.Message}", problem.Line, problem.Column);
            }

            return;
        }

        CheckDisk(request, type, customizations);
    }

    private static void CheckIso(BuilderConfigRequest request, string type, ConfigTable? customizations)
    {
        if (ImageTypes.IsPackageIso(type))
        {
            ImageRules.CheckPackageSets(request);
        }
        else if (string.IsNullOrEmpty(request.PayloadRef))
        {
            throw new ConfigErrorException("no installer payload bootc ref set");
        }

        if (IsBibPackageIso(request, type))
        {
            InstallerRules.CheckVolumeId(customizations);
        }

        InstallerRules.Check(customizations);
        ImageRules.CheckRunner(request);
    }

    private static void CheckDisk(BuilderConfigRequest request, string type, ConfigTable? customizations)
    {
        GroupRules.Check(customizations);
        var disk = customizations.At("disk");
        DiskRules.Check(disk?.Value as ConfigTable);
        if (disk is not null && customizations.At("filesystem") is { } filesystem)
        {
            throw new ConfigErrorException("cannot combine disk and filesystem customizations", filesystem.Line, filesystem.Column);
        }

        if (disk?.Value is ConfigTable layout)
        {
            DiskRules.CheckTable(layout);
        }
        else
        {
            FilesystemRules.Check(customizations, request.Rootfs);
        }

        FileRules.Check(customizations);
        if (type == "pxe-tar-xz")
        {
            InstallerRules.CheckVolumeId(customizations);
        }
        else if (customizations.FlagAt("ignition", "firstboot", "empty") && customizations.TextAt("ignition", "firstboot", "url").Length > 0)
        {
            var url = customizations.At("ignition", "firstboot", "url")!;
            throw new ConfigErrorException("ignition.firstboot.url is mutually exclusive with ignition.firstboot.empty", url.Line, url.Column);
        }
    }
}
