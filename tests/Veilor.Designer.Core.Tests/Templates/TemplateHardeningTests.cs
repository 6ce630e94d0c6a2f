using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>Each template follows a set of the catalogue, says where it does not, and holds nothing that the form cannot show.</summary>
public sealed class TemplateHardeningTests
{
    private static readonly Dictionary<string, string> Sets = new(StringComparer.Ordinal)
    {
        ["minimal"] = "minimal",
        ["server"] = "server",
        ["server-locked"] = "server-locked",
        ["ublue-aurora"] = "veilor-kde",
        ["veilor-os"] = "veilor-kde",
        ["veilor-os-paranoid"] = "paranoid-desktop",
        ["workstation"] = "dev-workstation",
    };

    public static TheoryData<string> Names => [.. ShippedTemplate.Names()];

    [Fact]
    public void Every_template_has_a_set() => Assert.Equal(Sets.Keys.Order(StringComparer.Ordinal), ShippedTemplate.Names());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_difference_from_the_set_is_explained_in_the_readme(string name)
    {
        var set = DesignCatalogue.Presets.Single(preset => string.Equals(preset.Id, Sets[name], StringComparison.Ordinal));
        var readme = ShippedTemplate.Readme(name);
        foreach (var difference in Differences(ShippedTemplate.Design(name), set))
        {
            Assert.Contains($"`{difference}`", readme, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_says_for_whom_it_is_what_it_costs_and_breaks_and_where_it_differs(string name)
    {
        var readme = ShippedTemplate.Readme(name);
        foreach (var heading in (string[])["**For whom.**", "**What it costs.**", "**What it breaks", "**Where it differs from its hardening set.**"])
        {
            var start = readme.IndexOf(heading, StringComparison.Ordinal);
            Assert.True(start >= 0, $"{name}: no {heading}");
            Assert.InRange(readme[(start + heading.Length)..].Split("\n**", 2)[0].Trim().Length, 10, int.MaxValue);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_says_whether_a_boot_splash_shows(string name) =>
        Assert.Contains("`rhgb", ShippedTemplate.Readme(name), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_setting_and_unit_stands_in_the_catalogue(string name)
    {
        var design = ShippedTemplate.Design(name);
        var content = ShippedTemplate.Content(name);
        Assert.All(design.Kernel.Arguments, entry => Assert.Contains(DesignCatalogue.Arguments, known => known.Is(entry.Argument) && known.Architecture == entry.Architecture));
        Assert.All(design.Kernel.Sysctls, setting => Assert.Contains(DesignCatalogue.Sysctls, known => known.Is(setting)));
        Assert.All(design.Kernel.BlockedModules, module => Assert.Contains(BlockedFamilies(design), family => family.Contains(module)));
        foreach (var unit in design.Services.Enable.Concat(design.Services.Mask))
        {
            Assert.True(content.HasUnit(unit.ToString()) || DesignCatalogue.Services.Any(known => known.Unit == unit), $"{unit} is neither in the catalogue nor in the overlay.");
        }
    }

    /// <summary>What the set has and the design has not, and the reverse, by the names that a reader would look for.</summary>
    private static IEnumerable<string> Differences(ImageDesign design, HardeningPreset set)
    {
        var wanted = set.Arguments.Concat(set.OptInArguments).Select(entry => entry.Argument.ToString());
        var families = set.Modules.SelectMany(family => family.Modules).Select(module => module.NormalizedName).ToHashSet(StringComparer.Ordinal);
        return Unlike(design.Kernel.Arguments.Select(entry => entry.Argument.ToString()), wanted)
            .Concat(Unlike(design.Kernel.Sysctls.Select(each => each.ToString()), set.Sysctls.Select(entry => entry.Setting.ToString())))
            .Concat(Unlike(BlockedFamilies(design).Select(family => family.Id), set.Modules.Select(family => family.Id)))
            .Concat(design.Kernel.BlockedModules.Where(module => !families.Contains(module.NormalizedName)).Select(module => module.ToString()))
            .Concat(Unlike(design.Services.Mask.Select(unit => unit.ToString()), set.Mask.Select(unit => unit.ToString())))
            .Concat(Unlike(design.Services.Enable.Select(unit => unit.ToString()), set.Companions.Select(unit => unit.ToString())))
            .Concat(design.Services.Disable.Select(unit => unit.ToString()));
    }

    /// <summary>The families that the design blocks as a whole: what the form shows as switched on.</summary>
    private static IEnumerable<CatalogueModuleFamily> BlockedFamilies(ImageDesign design) =>
        DesignCatalogue.ModuleFamilies.Where(family => design.CountBlocked(family) == family.Modules.Count);

    private static IEnumerable<string> Unlike(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Except(other, StringComparer.Ordinal).Concat(other.Except(one, StringComparer.Ordinal));
}
