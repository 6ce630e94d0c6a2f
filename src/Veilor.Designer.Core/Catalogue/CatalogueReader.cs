using System.Globalization;
using System.Text.Json;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>Makes the catalogue of its tables. A table that says something unknown is a fault of the program, so it throws.</summary>
internal static class CatalogueReader
{
    private static readonly JsonSerializerOptions PresetJson = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static EquatableArray<CatalogueArgument> Arguments() =>
        CatalogueTable.Read("arguments.tsv").Rows.Select(row => new CatalogueArgument
        {
            Id = row["id"],
            Group = row["group"],
            Argument = KernelArgument.Parse(row["setting"]),
            Use = Use(row["kind"]),
            Architecture = Architecture(row["architecture"]),
            AppliesTo = row["applies_to"],
            Since = row["since"],
            Does = row["does"],
            Cost = row["cost"],
            Conflicts = row["conflicts"],
            Tags = row.List("tags"),
            Grade = Grade(row["grade"]),
            Effect = Effect(row["effect"]),
            Sources = row.List("sources"),
        }).ToEquatableArray();

    public static EquatableArray<CatalogueSysctl> Sysctls() =>
        CatalogueTable.Read("sysctls.tsv").Rows.Select(row => new CatalogueSysctl
        {
            Id = row["id"],
            Group = row["group"],
            Setting = SysctlSetting.Parse($"{row["key"]} = {row["value"]}"),
            Use = Use(row["kind"]),
            Stock = row["stock"],
            Does = row["does"],
            Cost = row["cost"],
            Conflicts = row["conflicts"],
            Tags = row.List("tags"),
            Grade = Grade(row["grade"]),
            Effect = Effect(row["effect"]),
            Sources = row.List("sources"),
        }).ToEquatableArray();

    public static EquatableArray<CatalogueModuleFamily> Modules() =>
        CatalogueTable.Read("modules.tsv").Rows.Select(row => new CatalogueModuleFamily
        {
            Id = row["id"],
            Name = row["title"],
            Group = row["group"],
            Modules = row["modules"].Split(' ').Select(ModuleName.Parse).ToEquatableArray(),
            Does = row["does"],
            Cost = row["cost"],
            Grade = Grade(row["grade"]),
            Sources = row.List("sources"),
        }).ToEquatableArray();

    public static EquatableArray<CatalogueService> Services() =>
        CatalogueTable.Read("services.tsv").Rows.Select(row => new CatalogueService(
            UnitName.Parse(row["unit"]), Advice(row["advice"]), PackageSpec.Parse(row["package"]),
            row["does"], row["cost"], row["sources"])).ToEquatableArray();

    public static EquatableArray<CatalogueBase> Bases() =>
        CatalogueTable.Read("bases.tsv").Rows.Select(row => new CatalogueBase(
            ImageReference.Parse(row["reference"]), row["title"], row["does"],
            row["ends"].Length == 0 ? null : DateOnly.ParseExact(row["ends"], "yyyy-MM-dd", CultureInfo.InvariantCulture))).ToEquatableArray();

    public static EquatableArray<CataloguePackage> Packages()
    {
        var words = CatalogueTable.Read("package-words.tsv").Rows.ToDictionary(row => row["name"], row => row["words"], StringComparer.Ordinal);
        return CatalogueTable.Read("packages.tsv").Rows.Select(row => new CataloguePackage(
            row["name"], Kind(row["kind"]), row["purpose"], row["does"], words.GetValueOrDefault(row["name"], ""))).ToEquatableArray();
    }

    public static EquatableArray<HardeningPreset> Presets() =>
        JsonSerializer.Deserialize<PresetText[]>(CatalogueTable.ReadText("presets.json"), PresetJson)!.Select(text => new HardeningPreset
        {
            Id = text.Id,
            Title = text.Title,
            Summary = text.Summary,
            Arguments = text.Arguments.Select(DesignCatalogue.Argument).ToEquatableArray(),
            OptInArguments = text.OptIn.Select(DesignCatalogue.Argument).ToEquatableArray(),
            Sysctls = text.Sysctls.Select(DesignCatalogue.Sysctl).ToEquatableArray(),
            Modules = text.Modules.Select(DesignCatalogue.ModuleFamily).ToEquatableArray(),
            Mask = text.Mask.Select(UnitName.Parse).ToEquatableArray(),
            Companions = text.Enable.Select(UnitName.Parse).ToEquatableArray(),
        }).ToEquatableArray();

    private static CatalogueUse Use(string text) => text switch
    {
        "toggle" => CatalogueUse.Toggle,
        "opt-in" => CatalogueUse.OptIn,
        "absent" => CatalogueUse.Absent,
        "pattern" => CatalogueUse.Pattern,
        "forbidden" => CatalogueUse.Forbidden,
        _ => throw Unknown(text),
    };

    private static CatalogueGrade Grade(string text) => text switch
    {
        "baseline" => CatalogueGrade.Baseline,
        "hardened" => CatalogueGrade.Hardened,
        "paranoid" => CatalogueGrade.Paranoid,
        "avoid" => CatalogueGrade.Avoid,
        "never" => CatalogueGrade.Never,
        _ => throw Unknown(text),
    };

    private static CatalogueEffect Effect(string text) => text switch
    {
        "changes" => CatalogueEffect.Changes,
        "default" => CatalogueEffect.Default,
        "depends" => CatalogueEffect.Depends,
        "none" => CatalogueEffect.None,
        _ => throw Unknown(text),
    };

    private static ServiceAdvice Advice(string text) => text switch
    {
        "enable" => ServiceAdvice.Enable,
        "disable" => ServiceAdvice.Disable,
        "mask" => ServiceAdvice.Mask,
        "optional" => ServiceAdvice.Optional,
        _ => throw Unknown(text),
    };

    private static PackageKind Kind(string text) => text switch
    {
        "package" => PackageKind.Package,
        "group" => PackageKind.Group,
        "environment" => PackageKind.Environment,
        _ => throw Unknown(text),
    };

    private static Architecture? Architecture(string text) => text switch
    {
        "" => null,
        "x86_64" => Design.Architecture.X86_64,
        "aarch64" => Design.Architecture.Aarch64,
        _ => throw Unknown(text),
    };

    private static FormatException Unknown(string text) => new($"The catalogue says '{text}', which is not known.");

    private sealed record PresetText(
        string Id, string Title, string Summary, string[] Arguments, string[] OptIn, string[] Sysctls, string[] Modules, string[] Mask, string[] Enable);
}
