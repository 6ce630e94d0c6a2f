using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>The Containerfile speaks to the dnf that its base has.</summary>
public sealed class DnfFormTests
{
    private static readonly ImageDesign Packaged = Sound with
    {
        Packages = Sound.Packages with
        {
            Copr = [CoprProject.Parse("owner/project")],
            Install = [PackageSpec.Parse("htop")],
            Remove = [PackageSpec.Parse("nano")],
            Kernel = [PackageSpec.Parse("kernel-longterm")],
        },
        System = Sound.System with { Fips = true },
    };

    [Theory]
    [InlineData("quay.io/centos-bootc/centos-bootc:stream9")]
    [InlineData("quay.io/centos-bootc/centos-bootc:stream10")]
    [InlineData("quay.io/almalinuxorg/almalinux-bootc:10")]
    [InlineData("registry.redhat.io/rhel10/rhel-bootc:latest")]
    [InlineData("ghcr.io/ublue-os/bluefin:lts")]
    [InlineData("ghcr.io/ublue-os/bluefin-dx:lts-hwe")]
    public void Enterprise_linux_has_dnf_4(string image)
    {
        var text = Containerfile(image);

        Assert.Contains("    dnf -y install dnf-plugins-core \\\n", text, StringComparison.Ordinal);
        Assert.Contains("dnf -y remove --noautoremove \\\n", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("RUN --mount=type=cache,target=/var/cache/dnf \\\n").Length - 1);
        Assert.DoesNotContain("dnf5", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quay.io/fedora/fedora-bootc:44")]
    [InlineData("quay.io/fedora/fedora-bootc:rawhide")]
    [InlineData("ghcr.io/ublue-os/bluefin:stable")]
    [InlineData("ghcr.io/ublue-os/aurora:stable")]
    [InlineData("registry.example.org/own:1")]
    public void Fedora_and_what_is_made_of_it_has_dnf_5(string image)
    {
        var text = Containerfile(image);

        Assert.Contains("    dnf -y install dnf5-plugins \\\n", text, StringComparison.Ordinal);
        Assert.Contains("dnf -y remove --no-autoremove \\\n", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("RUN --mount=type=cache,target=/var/cache/libdnf5 \\\n").Length - 1);
    }

    [Fact]
    public void Lines_that_differ_with_the_base_name_it()
    {
        var lines = Compiled.Of(Packaged).Document(BundlePaths.Containerfile).Lines;

        Assert.All(
            lines.Where(line => line.Text.Contains("libdnf5", StringComparison.Ordinal) || line.Text.Contains("dnf5-plugins", StringComparison.Ordinal) || line.Text.Contains("autoremove", StringComparison.Ordinal)),
            line => Assert.Contains(ImageFields.Base.Path, line.Origins));
    }

    private static string Containerfile(string image) =>
        Compiled.Of(ImageFields.Base.Set(Packaged, ImageReference.Parse(image))).Document(BundlePaths.Containerfile).Text;
}
