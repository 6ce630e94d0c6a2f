using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Generation;

using Architecture = Veilor.Designer.Core.Design.Architecture;

public sealed class DeliveryTests
{
    private static readonly ImageDesign Tagged = Sound with
    {
        Publish = Sound.Publish with { ExtraTags = [VersionTag.Parse("stable")], DatedTag = true, Compression = PushCompression.Gzip },
    };

    [Fact]
    public void Further_tags_are_pushed_from_the_image_that_was_checked()
    {
        var text = Text(Tagged, BundlePaths.Workflow);

        Assert.Contains("sudo podman push --compression-format=gzip --digestfile", text, StringComparison.Ordinal);
        Assert.Contains("sudo podman push --compression-format=gzip \"$IMAGE:$TAG\" \"$IMAGE:stable\"\n", text, StringComparison.Ordinal);
        Assert.Contains("\"$IMAGE:$TAG-$(date -u +%Y%m%d)\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_several_architectures_the_index_gets_the_further_tags()
    {
        var text = Text(ImageFields.Architectures.Set(Tagged, [Architecture.X86_64, Architecture.Aarch64]), BundlePaths.Workflow);

        Assert.Contains("sudo podman manifest push --all \"$IMAGE:$TAG\" \"docker://$IMAGE:stable\"\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"$IMAGE:stable\"\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ghcr.io/example/image", "ghcr.io", false)]
    [InlineData("ghcr.io/example/image", "ghcr.io", true)]
    [InlineData("quay.io/example/image", "quay.io", true)]
    public void Cosign_signs_as_the_user_it_is_installed_for_with_a_login_of_its_own(string repository, string registry, bool isIndex)
    {
        var design = Tagged with { Publish = Tagged.Publish with { Repository = ImageReference.Parse(repository), Signed = true } };
        design = isIndex ? ImageFields.Architectures.Set(design, [Architecture.X86_64, Architecture.Aarch64]) : design;
        var text = Text(design, BundlePaths.Workflow);
        var step = text[text.IndexOf("      - name: Sign\n", StringComparison.Ordinal)..].Split("\n\n")[0];

        Assert.DoesNotContain("sudo", step, StringComparison.Ordinal);
        Assert.Contains("          REGISTRY_PASSWORD: ${{ ", step, StringComparison.Ordinal);
        Assert.EndsWith(
            $"          echo \"$REGISTRY_PASSWORD\" | cosign login --username \"$REGISTRY_USER\" --password-stdin {registry}\n"
            + "          cosign sign --yes --recursive --new-bundle-format=false --use-signing-config=false \"$IMAGE@$DIGEST\"",
            step.TrimEnd('\n'),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Architecture.X86_64, "ubuntu-24.04")]
    [InlineData(Architecture.Aarch64, "ubuntu-24.04-arm")]
    public void The_iso_is_made_on_a_machine_of_its_architecture(Architecture architecture, string runner)
    {
        var text = IsoJob(ImageFields.Architectures.Set(WithIso, [architecture]));

        Assert.Contains($"    runs-on: {runner}\n", text, StringComparison.Ordinal);
        Assert.Contains("          name: install-iso\n", text, StringComparison.Ordinal);
        Assert.Contains("upload/install.iso\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_architecture_has_an_iso_with_a_name_of_its_own()
    {
        var text = IsoJob(ImageFields.Architectures.Set(WithIso, [Architecture.X86_64, Architecture.Aarch64]));

        Assert.Contains("          - arch: arm64\n            runner: ubuntu-24.04-arm\n", text, StringComparison.Ordinal);
        Assert.Contains("    runs-on: ${{ matrix.runner }}\n", text, StringComparison.Ordinal);
        Assert.Contains("          name: install-iso-${{ matrix.arch }}\n", text, StringComparison.Ordinal);
        Assert.Contains("            upload/install-${{ matrix.arch }}.iso.part*\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("install.iso", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_are_cut_anew_after_the_check_and_before_the_push()
    {
        var text = Text(DeliveryFields.Rechunk.Set(Sound, value: true), BundlePaths.Workflow);
        var at = text.IndexOf("bootc-base-imagectl rechunk", StringComparison.Ordinal);

        Assert.InRange(at, text.IndexOf("test/smoke.sh", StringComparison.Ordinal), text.IndexOf("podman push", StringComparison.Ordinal));
        Assert.DoesNotContain("rechunk", Text(Sound, BundlePaths.Workflow), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BuildSchedule.Daily, "cron: \"20 4 * * *\"")]
    [InlineData(BuildSchedule.Weekly, "cron: \"20 4 * * 1\"")]
    [InlineData(BuildSchedule.Monthly, "cron: \"20 4 1 * *\"")]
    public void The_schedule_is_a_cron_line(BuildSchedule schedule, string line) =>
        Assert.Contains(line, Text(DeliveryFields.Schedule.Set(Sound, schedule), BundlePaths.Workflow), StringComparison.Ordinal);

    [Fact]
    public void Without_a_schedule_there_is_none() =>
        Assert.DoesNotContain("schedule:", Text(DeliveryFields.Schedule.Set(Sound, BuildSchedule.Never), BundlePaths.Workflow), StringComparison.Ordinal);

    [Fact]
    public void A_kickstart_of_ones_own_is_embedded_alone()
    {
        var design = DeliveryFields.OwnKickstart.Set(Iso, "lang de_DE.UTF-8\nreboot");

        Assert.EndsWith("\nlang de_DE.UTF-8\nreboot\n", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
        Assert.DoesNotContain("ada", Text(design, BundlePaths.IsoKickstart), StringComparison.Ordinal);
        Assert.Contains("what the installer erases and how it partitions is written there.\n", Text(design, BundlePaths.BuildGuide), StringComparison.Ordinal);
        Assert.DoesNotContain("erases the disks", Text(design, BundlePaths.BuildGuide), StringComparison.Ordinal);
        Assert.Contains(StorageLimits.Of(design), each => each.Text.Contains("takes nothing of this layout", StringComparison.Ordinal));
        Assert.Contains("ostreecontainer", Text(design, BundlePaths.InstallKickstart), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_the_installer_stand_in_the_config_with_their_full_names()
    {
        var design = Iso with { Installer = Iso.Installer with { EnabledModules = [AnacondaModule.Subscription, AnacondaModule.Timezone], DisabledModules = [AnacondaModule.Services] } };
        var text = Text(design, BundlePaths.IsoConfig);

        Assert.Contains("enable = [\n  \"org.fedoraproject.Anaconda.Modules.Localization\",\n  \"org.fedoraproject.Anaconda.Modules.Timezone\",\n  \"org.fedoraproject.Anaconda.Modules.Subscription\",\n]\n", text, StringComparison.Ordinal);
        Assert.Contains("disable = [\n  \"org.fedoraproject.Anaconda.Modules.Services\",\n]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kernel_takes_the_place_of_the_bases_and_has_an_initramfs_of_its_own()
    {
        var text = Text(PackagesFields.Kernel.Add(Sound, PackageSpec.Parse("kernel-longterm")), BundlePaths.Containerfile);

        Assert.True(text.IndexOf("rpm --erase --nodeps", StringComparison.Ordinal) < text.IndexOf("      kernel-longterm; \\", StringComparison.Ordinal));
        Assert.Contains("dracut --force", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rpm --erase", Text(Sound, BundlePaths.Containerfile), StringComparison.Ordinal);
    }

    private static ImageDesign WithIso => Iso with
    {
        Publish = Iso.Publish with { Repository = ImageReference.Parse("ghcr.io/example/image") },
        Workflow = Iso.Workflow with { Enabled = true, BuildIso = true, Release = true },
    };

    private static string IsoJob(ImageDesign design)
    {
        var text = Text(design, BundlePaths.Workflow);
        return text[text.IndexOf("\n  iso:\n", StringComparison.Ordinal)..];
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
