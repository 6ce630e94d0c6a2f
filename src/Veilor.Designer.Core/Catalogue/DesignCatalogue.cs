using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// What the product knows by heart: settings, units and packages with their meaning. It is read once, when it is first
/// asked for. Forms offer it; nothing in a design depends on it.
/// </summary>
public static class DesignCatalogue
{
    private static readonly Lazy<EquatableArray<CatalogueArgument>> LazyArguments = new(CatalogueReader.Arguments);
    private static readonly Lazy<EquatableArray<CatalogueSysctl>> LazySysctls = new(CatalogueReader.Sysctls);
    private static readonly Lazy<EquatableArray<CatalogueModuleFamily>> LazyModules = new(CatalogueReader.Modules);
    private static readonly Lazy<EquatableArray<CatalogueService>> LazyServices = new(CatalogueReader.Services);
    private static readonly Lazy<EquatableArray<CataloguePackage>> LazyPackages = new(CatalogueReader.Packages);
    private static readonly Lazy<EquatableArray<CatalogueBase>> LazyBases = new(CatalogueReader.Bases);
    private static readonly Lazy<EquatableArray<HardeningPreset>> LazyPresets = new(CatalogueReader.Presets);

    private static readonly Lazy<ILookup<string, CatalogueArgument>> LazyArgumentsByKey =
        new(() => Arguments.ToLookup(entry => entry.Argument.NormalizedKey, StringComparer.Ordinal));

    public static EquatableArray<CatalogueArgument> Arguments => LazyArguments.Value;

    public static EquatableArray<CatalogueSysctl> Sysctls => LazySysctls.Value;

    public static EquatableArray<CatalogueModuleFamily> ModuleFamilies => LazyModules.Value;

    public static EquatableArray<CatalogueService> Services => LazyServices.Value;

    public static EquatableArray<CataloguePackage> Packages => LazyPackages.Value;

    public static EquatableArray<CatalogueBase> Bases => LazyBases.Value;

    public static EquatableArray<HardeningPreset> Presets => LazyPresets.Value;

    public static IReadOnlyList<CatalogueGroup> ArgumentGroups { get; } =
    [
        new("memory", "Memory of the kernel"),
        new("surface", "What programs can reach"),
        new("cpu", "Faults of processors"),
        new("devices", "Devices and their access to memory"),
        new("virt", "Virtual machines"),
        new("crash", "After a crash"),
        new("random", "Randomness"),
        new("boot", "Boot and console"),
        new("system", "Audit, SELinux and the rest"),
    ];

    public static IReadOnlyList<CatalogueGroup> SysctlGroups { get; } =
    [
        new("kernel-info", "What the kernel tells"),
        new("exploit", "What programs can reach"),
        new("memory", "Memory"),
        new("crash", "After a crash"),
        new("files", "Files"),
        new("ipv4", "IPv4"),
        new("ipv6", "IPv6"),
    ];

    public static IReadOnlyList<CatalogueGroup> ModuleGroups { get; } =
    [
        new("network", "Network"),
        new("files", "File systems and storage"),
        new("devices", "Devices"),
    ];

    public static IReadOnlyList<CatalogueGroup> PackageGroups { get; } =
    [
        new("desktop", "Desktop"),
        new("media", "Sound, pictures and video"),
        new("office", "Office and Internet"),
        new("fonts", "Fonts and languages"),
        new("terminal", "Terminal"),
        new("security", "Security"),
        new("network", "Network"),
        new("containers", "Containers and virtual machines"),
        new("storage", "Storage"),
        new("hardware", "Hardware"),
        new("boot", "Boot"),
        new("server", "Servers"),
        new("development", "Development"),
        new("guests", "As a guest of virtual machines"),
    ];

    /// <exception cref="FormatException">The catalogue has no such argument.</exception>
    public static CatalogueArgument Argument(string id) => Find(Arguments, id);

    /// <exception cref="FormatException">The catalogue has no such setting.</exception>
    public static CatalogueSysctl Sysctl(string id) => Find(Sysctls, id);

    /// <exception cref="FormatException">The catalogue has no such family.</exception>
    public static CatalogueModuleFamily ModuleFamily(string id) => Find(ModuleFamilies, id);

    /// <summary>What the catalogue says about this argument with this value; nothing when it does not know it.</summary>
    public static IEnumerable<CatalogueArgument> EntriesFor(KernelArgument argument) =>
        LazyArgumentsByKey.Value[argument.NormalizedKey].Where(entry => entry.Is(argument));

    /// <summary>What is known of a base; null for one that the catalogue does not know.</summary>
    public static CatalogueBase? BaseOf(ImageReference reference)
    {
        var index = Bases.FindIndex(each => each.Is(reference));
        return index < 0 ? FedoraReleases.BaseOf(reference) : Bases[index];
    }

    /// <summary>The base of the same repository whose updates go on longest from this day; null when there is none.</summary>
    public static CatalogueBase? Successor(CatalogueBase old, DateOnly today) =>
        Bases.Where(each => string.Equals(each.Reference.Name, old.Reference.Name, StringComparison.Ordinal) && each.EndOfLife > old.EndOfLife && !each.HasEnded(today))
            .MaxBy(each => each.EndOfLife)
        ?? FedoraReleases.Successor(old, today);

    private static T Find<T>(EquatableArray<T> entries, string id)
        where T : CatalogueEntry
    {
        var index = entries.FindIndex(entry => string.Equals(entry.Id, id, StringComparison.Ordinal));
        return index < 0 ? throw new FormatException($"The catalogue has no entry '{id}'.") : entries[index];
    }
}
