using CsCheck;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Comparing;

public sealed class DesignIdTests
{
    /// <summary>Worked out once. A change of this number makes every id that was written down worthless.</summary>
    private const string Known = "9bfadadfa6898b16a407a7a3c04a27d740528d1ae170bb4359e9f086e3650924";

    private static readonly ImageDesign Design = new()
    {
        Image = new ImageSection { Name = ImageName.Parse("demo"), Title = "Demo" },
        Packages = new PackagesSection { Install = [PackageSpec.Parse("vim"), PackageSpec.Parse("git")] },
        Installer = new InstallerSection { ExtraKickstart = "# a comment counts\nskipx" },
    };

    [Fact]
    public void The_id_is_the_same_on_every_machine_and_in_every_version() =>
        Assert.Equal(Known, DesignId.Of(Design, new DesignContent([File("overlay/etc/motd", "hello\n")])).Value);

    [Fact]
    public void A_design_that_was_written_and_read_has_the_same_id() =>
        DesignGen.Any.Sample(
            design => Assert.Equal(IdOf(design), IdOf(DesignToml.Read(DesignToml.ToText(design)).Design!)),
            iter: Repetitions.Of(100));

    [Fact]
    public void An_order_that_means_nothing_does_not_count() =>
        DesignGen.Any.Sample(
            design =>
            {
                var turned = PackagesFields.Install.Set(design, [.. design.Packages.Install.Reverse()]);
                turned = ServicesFields.Enable.Set(turned, [.. turned.Services.Enable.Reverse()]);
                turned = PackagesFields.Repositories.Set(turned, [.. turned.Packages.Repositories.Reverse()]);
                turned = UsersFields.Accounts.Set(turned, [.. turned.Users.Accounts.Select(account => account with { Groups = [.. account.Groups.Reverse()] })]);
                Assert.Equal(IdOf(design), IdOf(turned));
            },
            iter: Repetitions.Of(100));

    [Theory]
    [InlineData("1 GiB", "1024 MiB")]
    [InlineData("1 GiB", "1073741824")]
    [InlineData("10 GB", "10000000000 B")]
    public void The_unit_of_a_size_does_not_count(string size, string other)
    {
        Assert.Equal(IdOf(WithBoot(size)), IdOf(WithBoot(other)));
        Assert.NotEqual(IdOf(WithBoot(size)), IdOf(WithBoot("2 GiB")));
    }

    private static ImageDesign WithBoot(string size) =>
        Design with { Storage = Design.Storage with { Partitions = [new Partition { Name = VolumeName.Parse("boot"), Size = ByteSize.Parse(size) }] } };

    [Fact]
    public void Designs_that_differ_otherwise_have_other_ids() =>
        Gen.Select(DesignGen.Any, DesignGen.Any).Sample(
            (left, right) => Assert.Equal(DesignId.ToCanonical(left) == DesignId.ToCanonical(right), IdOf(left) == IdOf(right)),
            iter: Repetitions.Of(150));

    [Fact]
    public void An_order_that_counts_and_a_comment_in_own_lines_make_another_id()
    {
        var scripts = ContentFields.RunScripts.Set(Design, [RelativePath.Parse("a"), RelativePath.Parse("b")]);
        Assert.NotEqual(IdOf(scripts), IdOf(ContentFields.RunScripts.Set(Design, [RelativePath.Parse("b"), RelativePath.Parse("a")])));
        Assert.NotEqual(IdOf(Design), IdOf(DeliveryFields.ExtraKickstart.Set(Design, "# another comment\nskipx")));
        Assert.NotEqual(
            IdOf(ImageFields.Title.Set(Design, "x")), IdOf(BrandingFields.Name.Set(ImageFields.Title.Set(Design, ""), "x")));
    }

    [Fact]
    public void Files_count_with_path_bytes_and_mode()
    {
        var ids = new[]
        {
            DesignId.Of(Design, DesignContent.Empty),
            DesignId.Of(Design, new DesignContent([File("overlay/a", "1")])),
            DesignId.Of(Design, new DesignContent([File("overlay/b", "1")])),
            DesignId.Of(Design, new DesignContent([File("overlay/a", "2")])),
            DesignId.Of(Design, new DesignContent([File("overlay/a", "1", isExecutable: true)])),
        };
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_canonical_design_is_canonical_already() =>
        DesignGen.Any.Sample(
            design =>
            {
                var canonical = DesignId.ToCanonical(design);
                Assert.Same(canonical, DesignId.ToCanonical(canonical));
            },
            iter: Repetitions.Of(50));

    private static DesignId IdOf(ImageDesign design) => DesignId.Of(design, DesignContent.Empty);

    private static ContentFile File(string path, string text, bool isExecutable = false) =>
        new(path, isExecutable, text.Length, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
}
