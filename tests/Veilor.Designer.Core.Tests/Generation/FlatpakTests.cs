using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class FlatpakTests
{
    private static readonly ImageDesign Design = Sound.Flatpak("org.mozilla.firefox").Flatpak("org.gnome.Calculator").Install("flatpak");

    private static ImageName Name => Design.Image.Name;

    [Fact]
    public void Each_flatpak_is_a_group_of_the_list_that_flatpak_preinstall_reads()
    {
        var list = Text(Design, BundlePaths.FlatpakList(Name));

        Assert.Contains("[Flatpak Preinstall org.mozilla.firefox]\nBranch=stable\nIsRuntime=false\n", list, StringComparison.Ordinal);
        Assert.Contains("[Flatpak Preinstall org.gnome.Calculator]\n", list, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_list_has_another_stamp_so_that_machines_follow_it()
    {
        var before = Stamp(Design);

        Assert.Equal(before, Stamp(Design with { Image = Design.Image with { Title = "Other" } }));
        Assert.NotEqual(before, Stamp(Design.Flatpak("org.gnome.Loupe")));
        Assert.NotEqual(before, Stamp(PackagesFields.FlatpakRemote.Set(Design, HttpUrl.Parse("https://example.org/own.flatpakrepo"))));
    }

    [Fact]
    public void The_remote_is_called_as_its_file()
    {
        var own = PackagesFields.FlatpakRemote.Set(Design, HttpUrl.Parse("https://example.org/own.flatpakrepo"));

        Assert.Contains("remote-add --system --if-not-exists flathub https://dl.flathub.org/repo/flathub.flatpakrepo\n", Text(Design, BundlePaths.FlatpakScript(Name)), StringComparison.Ordinal);
        Assert.Contains("remote-add --system --if-not-exists own https://example.org/own.flatpakrepo\n", Text(own, BundlePaths.FlatpakScript(Name)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_is_enabled_in_the_build_and_stays_so_when_presets_are_made_anew()
    {
        Assert.Contains("systemctl enable \\\n      my-image-flatpaks.service\n", Text(Design, BundlePaths.Containerfile), StringComparison.Ordinal);
        Assert.Contains("enable my-image-flatpaks.service\n", Text(Design, BundlePaths.Preset(Name)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_flatpaks_nothing_is_written()
    {
        Assert.Null(Compiled.Of(Sound).FindDocument(BundlePaths.FlatpakUnit(Name)));
        Assert.DoesNotContain("flatpak", Text(Sound, BundlePaths.Containerfile), StringComparison.OrdinalIgnoreCase);
    }

    private static string Stamp(ImageDesign design) =>
        Text(design, BundlePaths.FlatpakUnit(Name)).Split('\n').Single(line => line.StartsWith("ConditionPathExists=!", StringComparison.Ordinal));

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
