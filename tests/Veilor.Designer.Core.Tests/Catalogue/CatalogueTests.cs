using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Catalogue;

public sealed class CatalogueTests
{
    private static IEnumerable<CatalogueEntry> Entries =>
        [.. DesignCatalogue.Arguments, .. DesignCatalogue.Sysctls, .. DesignCatalogue.ModuleFamilies];

    [Fact]
    public void Ids_are_unique_in_each_list()
    {
        Assert.Equal(DesignCatalogue.Arguments.Count, DesignCatalogue.Arguments.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(DesignCatalogue.Sysctls.Count, DesignCatalogue.Sysctls.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(DesignCatalogue.ModuleFamilies.Count, DesignCatalogue.ModuleFamilies.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(DesignCatalogue.Services.Count, DesignCatalogue.Services.Select(entry => entry.Unit).Distinct().Count());
        Assert.Equal(DesignCatalogue.Packages.Count, DesignCatalogue.Packages.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(DesignCatalogue.Presets.Count, DesignCatalogue.Presets.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Settings_are_unique()
    {
        Assert.Equal(DesignCatalogue.Arguments.Count, DesignCatalogue.Arguments.Select(entry => entry.Argument).Distinct().Count());
        Assert.Equal(DesignCatalogue.Sysctls.Count, DesignCatalogue.Sysctls.Select(entry => entry.Setting).Distinct().Count());
    }

    [Fact]
    public void Every_entry_belongs_to_a_group_and_says_what_it_does()
    {
        Assert.All(DesignCatalogue.Arguments, entry => Assert.Contains(entry.Group, DesignCatalogue.ArgumentGroups.Select(group => group.Id), StringComparer.Ordinal));
        Assert.All(DesignCatalogue.Sysctls, entry => Assert.Contains(entry.Group, DesignCatalogue.SysctlGroups.Select(group => group.Id), StringComparer.Ordinal));
        Assert.All(DesignCatalogue.ModuleFamilies, entry => Assert.Contains(entry.Group, DesignCatalogue.ModuleGroups.Select(group => group.Id), StringComparer.Ordinal));
        Assert.All(DesignCatalogue.Packages, entry => Assert.Contains(entry.Purpose, DesignCatalogue.PackageGroups.Select(group => group.Id), StringComparer.Ordinal));
        Assert.All(Entries, entry => Assert.NotEmpty(entry.Does));
        Assert.All(DesignCatalogue.Services, entry => Assert.EndsWith(".", entry.Does, StringComparison.Ordinal));
        Assert.All(DesignCatalogue.Packages, entry => Assert.EndsWith(".", entry.Does, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_something_for_every_purpose()
    {
        Assert.InRange(DesignCatalogue.Packages.Count, 300, int.MaxValue);
        Assert.All(DesignCatalogue.PackageGroups, group =>
            Assert.InRange(DesignCatalogue.Packages.Count(package => string.Equals(package.Purpose, group.Id, StringComparison.Ordinal)), 4, int.MaxValue));
        Assert.All(DesignCatalogue.Packages, package => Assert.InRange(package.Does.Length, 5, 140));
    }

    [Fact]
    public void Every_package_name_is_a_value_of_its_field()
    {
        Assert.All(DesignCatalogue.Packages, entry => Assert.Equal(
            "",
            entry.Kind == PackageKind.Package ? ErrorOf<PackageSpec>(entry.Name) : ErrorOf<PackageGroupId>(entry.Name)));
    }

    [Theory]
    [InlineData("screenshot", "spectacle")]
    [InlineData("password manager", "keepassxc")]
    [InlineData("Video Editor", "kdenlive")]
    [InlineData("vpn", "wireguard-tools")]
    [InlineData("pdf", "okular")]
    [InlineData("backup", "restic")]
    [InlineData("pictures kde", "spectacle")]
    public void A_package_is_found_by_the_words_that_people_use(string text, string package) =>
        Assert.Contains(package, DesignCatalogue.Packages.Where(each => each.Matches(text)).Select(each => each.Name));

    [Fact]
    public void Words_to_find_a_package_by_belong_to_one_of_the_catalogue()
    {
        using var reader = new StreamReader(typeof(DesignCatalogue).Assembly.GetManifestResourceStream("Catalogue/package-words.tsv")!);
        var named = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')[0]);

        Assert.Empty(named.Except(DesignCatalogue.Packages.Select(each => each.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void Arguments_that_only_x86_knows_say_so()
    {
        Assert.Equal(Design.Architecture.X86_64, DesignCatalogue.Argument("pti").Architecture);
        Assert.Equal(Design.Architecture.X86_64, DesignCatalogue.Argument("intel_iommu").Architecture);
        Assert.Equal(Design.Architecture.Aarch64, DesignCatalogue.Argument("kpti").Architecture);
        Assert.Null(DesignCatalogue.Argument("init_on_free").Architecture);
        Assert.Null(DesignCatalogue.Argument("iommu_strict").Architecture);
    }

    [Fact]
    public void Arguments_that_can_stop_a_boot_are_opt_in()
    {
        string[] dangerous =
        [
            "efi=disable_early_pci_dma", "mem_encrypt=on", "amd_iommu=force_isolation", "gather_data_sampling=force",
            "bdev_allow_write_mounted=0", "oops=panic", "debugfs=off",
        ];

        Assert.Equal(
            dangerous.Order(StringComparer.Ordinal),
            DesignCatalogue.Arguments.Where(entry => entry.Use == CatalogueUse.OptIn).Select(entry => entry.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_preset_switches_on_only_what_may_be_switched_on()
    {
        Assert.All(DesignCatalogue.Presets, preset =>
        {
            Assert.All(preset.Arguments, entry => Assert.Equal(CatalogueUse.Toggle, entry.Use));
            Assert.All(preset.Sysctls, entry => Assert.Equal(CatalogueUse.Toggle, entry.Use));
            Assert.All(preset.Modules, entry => Assert.Equal(CatalogueUse.Toggle, entry.Use));
            Assert.All(preset.OptInArguments, entry => Assert.Equal(CatalogueUse.OptIn, entry.Use));
        });
    }

    [Fact]
    public void A_preset_never_sets_a_key_twice()
    {
        Assert.All(DesignCatalogue.Presets, preset =>
        {
            Assert.Distinct(preset.Sysctls.Select(entry => entry.Setting.ProcPath), StringComparer.Ordinal);
            Assert.Distinct(preset.Arguments.Select(entry => entry.Argument.NormalizedKey), StringComparer.Ordinal);
        });
    }

    [Fact]
    public void What_a_bootc_image_is_mounted_with_is_never_blocked()
    {
        var blocked = DesignCatalogue.ModuleFamilies
            .Where(family => family.Use == CatalogueUse.Toggle)
            .SelectMany(family => family.Modules)
            .Select(module => module.NormalizedName)
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain("overlay", blocked);
        Assert.DoesNotContain("erofs", blocked);
        Assert.DoesNotContain("vfat", blocked);
        Assert.DoesNotContain("dm_crypt", blocked);
        Assert.Equal(CatalogueUse.Forbidden, DesignCatalogue.ModuleFamily("overlay").Use);
    }

    [Fact]
    public void Switching_on_and_off_leaves_the_design_as_it_was()
    {
        var design = new ImageDesign();

        Assert.All(DesignCatalogue.Arguments, entry => Assert.Equal(design, design.With(entry).Without(entry)));
        Assert.All(DesignCatalogue.Sysctls, entry => Assert.Equal(design, design.With(entry).Without(entry)));
        Assert.All(DesignCatalogue.ModuleFamilies, entry => Assert.Equal(design, design.With(entry).Without(entry)));
    }

    [Fact]
    public void Another_value_of_the_same_key_is_replaced_in_its_place()
    {
        var design = new ImageDesign().With(DesignCatalogue.Argument("lockdown_i")).With(DesignCatalogue.Argument("init_on_free"));
        var stricter = DesignCatalogue.Argument("lockdown_c");

        Assert.Equal("lockdown=integrity", design.Rival(stricter)?.ToString());
        Assert.Equal(
            ["lockdown=confidentiality", "init_on_free=1"],
            design.With(stricter).Kernel.Arguments.Select(item => item.Argument.ToString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_setting_is_recognised_however_its_key_is_written()
    {
        var design = KernelFields.Sysctls.Add(new ImageDesign(), SysctlSetting.Parse("kernel/kptr_restrict=2"));

        Assert.True(design.Has(DesignCatalogue.Sysctl("kptr")));
    }

    [Fact]
    public void A_preset_leaves_a_unit_alone_that_the_design_enables()
    {
        var server = DesignCatalogue.Presets.Single(preset => string.Equals(preset.Id, "server", StringComparison.Ordinal));
        var unit = server.Mask[0];
        var design = ServicesFields.Enable.Add(new ImageDesign(), unit);

        Assert.False(ServicesFields.Mask.Contains(design.With(server), unit));
    }

    [Fact]
    public void The_changes_of_a_preset_are_told_list_by_list()
    {
        var design = new ImageDesign();
        var changes = DesignChanges.OfHardening(design, design.With(DesignCatalogue.Presets[0]));

        Assert.Equal(
            ["kernel.arguments", "kernel.sysctls", "kernel.blocked_modules", "services.mask"],
            changes.Select(change => change.Field.Path.Value),
            StringComparer.Ordinal);
        Assert.All(changes, change => Assert.Empty(change.Removed));
        Assert.Empty(DesignChanges.OfHardening(design, design));
    }

    private static string ErrorOf<T>(string text)
        where T : ITextValue<T>
    {
        return T.TryParse(text, out _, out var error) ? "" : error;
    }

    [Fact]
    public void Every_tag_has_words() =>
        Assert.All(DesignCatalogue.Arguments.SelectMany(entry => entry.Tags).Concat(DesignCatalogue.Sysctls.SelectMany(entry => entry.Tags)), tag => Assert.True(CatalogueTags.Knows(tag), tag));
}
