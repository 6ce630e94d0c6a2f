using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Rules;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>What a message offers is what was most likely meant, and it speaks of the design at hand.</summary>
public sealed class MeantNameTests
{
    [Theory]
    [InlineData("uk", "gb")]
    [InlineData("en", "us")]
    [InlineData("dee", "de")]
    public void A_layout_that_is_named_for_its_language_or_land_is_offered_as_it_is_called(string written, string meant)
    {
        var design = SystemFields.DesktopLayouts.Add(Designs.Sound, DesktopLayout.Parse(written));
        Assert.Equal([meant], Only(design).Fix!.Apply(design).System.DesktopLayouts.Select(each => each.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void An_offset_is_offered_in_its_folder()
    {
        var design = SystemFields.TimeZone.Set(Designs.Sound, TimeZoneName.Parse("GMT+5"));
        Assert.Equal("Etc/GMT+5", Only(design).Fix!.Apply(design).System.TimeZone!.ToString());
    }

    [Theory]
    [InlineData("xx_XX.UTF-8", null)]
    [InlineData("de_DD.UTF-8", "de_DE.UTF-8")]
    public void Of_a_locale_another_of_its_language_is_offered_or_none(string written, string? meant)
    {
        var design = SystemFields.Locale.Set(Designs.Sound, LocaleName.Parse(written));
        Assert.Equal(meant, Only(design).Fix?.Apply(design).System.Locale!.ToString());
    }

    [Theory]
    [InlineData(ImageType.Qcow2, "no installer is made")]
    [InlineData(ImageType.AnacondaIso, "The installer mounts /data")]
    public void Mount_options_of_a_disk_image_speak_of_an_installer_that_is_made_alone(ImageType further, string says)
    {
        var design = Designs.Sound.Part(Designs.Partition("data", FileSystemKind.Xfs, "/data") with { MountOptions = MountOptions.Parse("ro") }).Types(ImageType.Raw, further);
        Assert.Contains(says, Assert.Single(new DiskMountOptionsRule().Check(RuleInput.Of(design, DesignContent.Empty))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_include_without_a_file_is_told_as_that() =>
        Assert.Contains("names no file", Assert.Single(new KickstartIncludeRule().Check(RuleInput.Of(Designs.Iso.Kickstart("%include"), DesignContent.Empty))).Message, StringComparison.Ordinal);

    private static Diagnostic Only(ImageDesign design) => Assert.Single(new UnknownLocalNameRule().Check(RuleInput.Of(design, DesignContent.Empty)));
}
