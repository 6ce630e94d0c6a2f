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

    /// <summary>What the set has and the design has not, and the reverse; units that the design enables only count where the set has no word on them.</summary>
    private static IEnumerable<string> Differences(ImageDesign design, HardeningPreset set)
    {
        var arguments = design.Kernel.Arguments.Select(entry => entry.Argument.ToString());
        var wanted = set.Arguments.Concat(set.OptInArguments).Select(entry => entry.Argument.ToString());
        var enabled = design.Services.Enable.Select(unit => unit.ToString());
        return Unlike(arguments, wanted)
            .Concat(Unlike(design.Kernel.Sysctls.Select(each => each.ToString()), set.Sysctls.Select(entry => entry.Setting.ToString())))
            .Concat(Unlike(BlockedFamilies(design).Select(family => family.Id), set.Modules.Select(family => family.Id)))
            .Concat(Unlike(design.Services.Mask.Select(unit => unit.ToString()), set.Mask.Select(unit => unit.ToString())))
            .Concat(set.Companions.Select(unit => unit.ToString()).Except(enabled, StringComparer.Ordinal));
    }

    /// <summary>The families that the design blocks as a whole: what the form shows as switched on.</summary>
    private static IEnumerable<CatalogueModuleFamily> BlockedFamilies(ImageDesign design) =>
        DesignCatalogue.ModuleFamilies.Where(family => design.CountBlocked(family) == family.Modules.Count);

    private static IEnumerable<string> Unlike(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Except(other, StringComparer.Ordinal).Concat(other.Except(one, StringComparer.Ordinal));
}
