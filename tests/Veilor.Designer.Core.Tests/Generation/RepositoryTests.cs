using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class RepositoryTests
{
    private static readonly PackageRepository Extra = new()
    {
        Id = PackageGroupId.Parse("extra"),
        Metalink = HttpUrl.Parse("https://example.org/metalink?repo=extra-$releasever&arch=$basearch"),
        GpgKey = GpgKeys.Parse("https://example.org/key"),
        Priority = 10,
    };

    [Fact]
    public void The_file_of_a_repository_says_what_its_row_says()
    {
        Assert.Equal(
            "[extra]\nname=extra\nmetalink=https://example.org/metalink?repo=extra-$releasever&arch=$basearch\nenabled=1\npriority=10\ngpgcheck=1\ngpgkey=https://example.org/key\n",
            Text(Sound.PackageSource(Extra), BundlePaths.Repository(Extra.Id)));
    }

    [Fact]
    public void Several_keys_and_keys_of_the_image_stand_in_one_line()
    {
        var design = Sound.PackageSource(Extra with { GpgKey = GpgKeys.Parse("file:///etc/pki/rpm-gpg/RPM-GPG-KEY-x,https://example.org/key  https://example.org/key") });

        Assert.Contains("gpgcheck=1\ngpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-x https://example.org/key\n", Text(design, BundlePaths.Repository(Extra.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_for_the_build_is_disabled_in_the_image_and_enabled_for_the_transaction()
    {
        var design = Sound.PackageSource(Extra with { BuildOnly = true }).Install("htop");

        Assert.Contains("enabled=0\n", Text(design, BundlePaths.Repository(Extra.Id)), StringComparison.Ordinal);
        Assert.Contains("      --enablerepo=extra \\\n", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
        Assert.DoesNotContain("--enablerepo", Text(Sound.PackageSource(Extra).Install("htop"), BundlePaths.Containerfile), StringComparison.Ordinal);
    }

    [Fact]
    public void Copr_projects_for_the_build_are_disabled_after_the_packages_are_installed()
    {
        var design = PackagesFields.Copr.Add(Sound.Install("htop"), CoprProject.Parse("owner/project"));
        var text = Text(PackagesFields.CoprBuildOnly.Set(design, value: true), BundlePaths.Containerfile);

        Assert.True(text.IndexOf("copr disable owner/project", StringComparison.Ordinal) > text.IndexOf("      htop", StringComparison.Ordinal));
        Assert.DoesNotContain("copr disable", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
