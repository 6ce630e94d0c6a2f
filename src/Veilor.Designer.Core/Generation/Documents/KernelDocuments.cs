using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the kargs.d files, the sysctl drop-in and the module block list.</summary>
public sealed class KernelDocuments : IDocumentGenerator
{
    private const string FipsArgument = "fips=1";

    private const string EveryInterface = "net/ipv4/conf/*/";

    /// <summary>
    /// The settings of interfaces that systemd's own 50-default.conf writes out for <c>default</c> and takes out of every
    /// star for <c>all</c> (sysctl.d/50-default.conf of systemd).
    /// </summary>
    private static readonly string[] TakenOutOfStars = ["rp_filter", "accept_source_route", "promote_secondaries"];

    /// <summary>The checks of the built image and the rule of replaced files ask for them too.</summary>
    private static readonly RememberedByDesign<EquatableArray<DesignDocument>> Written = new(DesignPart.Kernel, design => Write(design).ToEquatableArray());

    public IEnumerable<DesignDocument> Generate(GenerationInput input) => Written.Of(input.Design);

    private static IEnumerable<DesignDocument> Write(ImageDesign design)
    {
        yield return Arguments(design, architecture: null);
        foreach (var architecture in design.Kernel.Arguments
            .Where(entry => entry.Owner == ArgumentOwner.Image && entry.Architecture is not null)
            .Select(entry => entry.Architecture!.Value)
            .Distinct()
            .Order())
        {
            yield return Arguments(design, architecture);
        }

        if (!design.Kernel.OptIn.IsEmpty)
        {
            yield return OptInScript.Write(design);
        }

        if (!design.Kernel.Sysctls.IsEmpty)
        {
            yield return Sysctls(design);
        }

        if (!design.Kernel.BlockedModules.IsEmpty)
        {
            yield return BlockedModules(design);
        }
    }

    /// <summary>
    /// One kargs.d file. The file of all architectures is written even when it is empty: bootc withdraws arguments by
    /// comparing with the earlier image's list, and an image without any kargs.d withdraws none (bootc_kargs.rs).
    /// </summary>
    private static DesignDocument Arguments(ImageDesign design, Architecture? architecture)
    {
        var field = KernelFields.Arguments;
        var entries = design.Kernel.Arguments
            .Where(entry => entry.Owner == ArgumentOwner.Image && entry.Architecture == architecture)
            .ToList();
        var writer = new DocumentWriter(BundlePaths.KernelArguments(design.Image.Name, architecture), DocumentLanguage.Toml)
            .From(field.Path, "bootc adds these to the kernel's command line and withdraws them when a later image drops them. Unknown keys are fatal to bootc container lint.")
            .Line("# Kernel arguments that the image owns; machines follow the image's updates.");
        var addsFips = architecture is null && design.System.Fips && entries.TrueForAll(entry => !string.Equals(entry.Argument.ToString(), FipsArgument, StringComparison.Ordinal));
        EquatableArray<FieldPath> fips = architecture is null ? [SystemFields.Fips.Path] : [];
        if (entries.Count == 0 && !addsFips)
        {
            return writer.Line("kargs = []", [field.Path, .. fips], "An empty list lets machines drop the arguments of an earlier image; without any file they would keep them.").ToDocument();
        }

        // Without entries of its own the list is there for FIPS mode alone.
        writer.LineAlso("kargs = [", entries.Count == 0 ? fips : []);
        foreach (var entry in entries)
        {
            writer.Line($"  {TomlText.Quote(entry.Argument.ToString())},", field.PathOf(entry));
        }

        if (addsFips)
        {
            writer.Line($"  {TomlText.Quote(FipsArgument)},", SystemFields.Fips.Path, "The kernel's half of FIPS mode; the crypto policy is the programs' half.");
        }

        writer.LineAlso("]", entries.Count == 0 ? fips : []);
        if (architecture is { } one)
        {
            writer.Line($"match-architectures = [{TomlText.Quote(one.ToKernelName())}]", field.Path, "On any other architecture the whole file is skipped. The names are Rust's, not podman's.");
        }

        return writer.ToDocument();
    }

    private static DesignDocument Sysctls(ImageDesign design)
    {
        var field = KernelFields.Sysctls;
        var hasTuned = design.UsesTuned();
        var writer = new DocumentWriter(BundlePaths.Sysctl(design.Image.Name, hasTuned), DocumentLanguage.Ini);
        if (hasTuned)
        {
            writer.From([field.Path, ServicesFields.Enable.Path.Item("tuned.service")], "tuned sets its profile's values and then re-applies /etc/sysctl.d, but not /usr/lib/sysctl.d. With tuned enabled the file must be here.")
                .Line("# Kernel settings, in /etc because tuned re-applies only this folder after its profile.");
        }
        else
        {
            writer.From(field.Path, "60 sorts after systemd's 50-default.conf, which would overwrite an earlier file.")
                .Line("# Kernel settings of the image; a file of the same name in /etc/sysctl.d replaces them.");
        }

        foreach (var setting in design.Kernel.Sysctls)
        {
            writer.Line(setting.ToString(), field.PathOf(setting));
            foreach (var one in BesideStar(setting, design.Kernel.Sysctls))
            {
                writer.Line(one.ToString(), field.PathOf(setting), "systemd's 50-default.conf names this one without a star, and what is named without one wins over every star (sysctl.d(5)).");
            }
        }

        return writer.ToDocument();
    }

    /// <summary>
    /// What has to be written out beside a star that is to reach every interface, unless the design says something of it.
    /// </summary>
    private static IEnumerable<SysctlSetting> BesideStar(SysctlSetting star, EquatableArray<SysctlSetting> settings)
    {
        if (star.Value is null || !star.ProcPath.StartsWith(EveryInterface, StringComparison.Ordinal) || !TakenOutOfStars.Contains(star.ProcPath[EveryInterface.Length..], StringComparer.Ordinal))
        {
            yield break;
        }

        foreach (var part in (string[])["all", "default"])
        {
            if (SysctlSetting.TryCreate(star.Key.Replace("*", part, StringComparison.Ordinal), star.Value, star.IgnoresFailure, out var one, out _)
                && !settings.Any(each => string.Equals(each.ProcPath, one.ProcPath, StringComparison.Ordinal)))
            {
                yield return one;
            }
        }
    }

    private static DesignDocument BlockedModules(ImageDesign design)
    {
        var field = KernelFields.BlockedModules;
        var writer = new DocumentWriter(BundlePaths.BlockedModules(design.Image.Name), DocumentLanguage.Ini)
            .From(field.Path, "blacklist alone stops only loading by device; install also stops loading by name or by need.")
            .Line("# Modules that must not load. An administrator can allow one by a file of this name in /etc/modprobe.d.");
        foreach (var module in design.Kernel.BlockedModules)
        {
            writer.From(field.PathOf(module)).Line($"blacklist {module}").Line($"install {module} /bin/false");
        }

        return writer.ToDocument();
    }
}
