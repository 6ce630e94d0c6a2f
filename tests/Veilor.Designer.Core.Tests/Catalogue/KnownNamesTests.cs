using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Catalogue;

public sealed class KnownNamesTests
{
    [Fact]
    public void Every_name_that_is_offered_is_a_value_of_its_field()
    {
        Assert.All(KnownNames.Targets.All, name => Assert.Equal("target", UnitName.Parse(name).Type));
        Assert.All(KnownNames.Units.All, name => Assert.Equal(name, UnitName.Parse(name).ToString()));
        Assert.All(KnownNames.SshdKeywords.All, name => Assert.Matches("^[a-z0-9]+$", name));
        Assert.All(KnownNames.FirewallServices.All, name => Assert.Equal(name, FirewallService.Parse(name).ToString()));
        Assert.All(KnownNames.FirewallZones.All, name => Assert.Equal(name, FirewallZone.Parse(name).ToString()));
        Assert.All(KnownNames.TimeZones.All, name => Assert.Equal(name, TimeZoneName.Parse(name).ToString()));
        Assert.All(KnownNames.Locales.All, name => Assert.Equal(name, LocaleName.Parse(name).ToString()));
        Assert.All(KnownNames.Keymaps.All, name => Assert.Equal(name, KeyboardLayout.Parse(name).ToString()));
        Assert.All(KnownNames.DesktopLayouts.All, name => Assert.Equal(name, DesktopLayout.Parse(name).ToString()));
    }

    [Fact]
    public void A_name_is_offered_once()
    {
        foreach (var list in new[] { KnownNames.Targets, KnownNames.Units, KnownNames.SshdKeywords, KnownNames.FirewallServices, KnownNames.FirewallZones, KnownNames.TimeZones, KnownNames.Locales, KnownNames.Keymaps, KnownNames.DesktopLayouts })
        {
            Assert.Equal(list.Offered.Distinct(StringComparer.Ordinal), list.Offered, StringComparer.Ordinal);
            Assert.All(list.Offered, name => Assert.True(list.Has(name)));
        }
    }

    [Theory]
    [InlineData("de-nodeadkeys")]
    [InlineData("us-intl")]
    [InlineData("gb")]
    [InlineData("uk")]
    public void Keymaps_are_those_of_kbd_and_those_that_Fedora_makes_of_layouts(string name) => Assert.True(KnownNames.Keymaps.Has(name));
}
