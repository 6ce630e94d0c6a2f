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

    [Fact]
    public void An_rpm_is_checked_and_then_installed_by_dnf_with_what_the_transaction_may_use()
    {
        var rpm = new PinnedDownload { Name = ModuleName.Parse("own"), Url = HttpUrl.Parse("https://example.org/own-1.0-1.x86_64.rpm"), Architecture = Design.Architecture.X86_64 };
        var design = PackagesFields.Exclude.Add(PackagesFields.Downloads.Put(Sound.PackageSource(Extra with { BuildOnly = true }), rpm), PackageSpec.Parse("nano"));

        Assert.Contains(
            """
            RUN --mount=type=cache,target=/var/cache/libdnf5 set -eu; \
                if [ "$(uname -m)" = x86_64 ]; then \
                  work=$(mktemp -d); \
                  curl --fail --location --silent --show-error --retry 3 --output "$work/download" "${OWN_URL}"; \
                  echo "${OWN_SHA256}  $work/download" | sha256sum --check --quiet -; \
                  mv "$work/download" "$work/download.rpm"; \
                  dnf -y install --setopt=keepcache=True \
                    --setopt=install_weak_deps=False \
                    --enablerepo=extra \
                    --exclude=nano \
                    "$work/download.rpm"; \
                  rm -rf "$work"; \
                fi

            """,
            Text(design, BundlePaths.Containerfile),
            StringComparison.Ordinal);
        Assert.DoesNotContain("/usr/bin/own", Text(design, BundlePaths.InsideImage), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_without_a_path_goes_to_usr_bin_under_its_name()
    {
        var design = PackagesFields.Downloads.Put(Sound, new PinnedDownload { Name = ModuleName.Parse("own"), Url = HttpUrl.Parse("https://example.org/own") });

        Assert.Contains("install -D -m 0755 \"$work/\"download /usr/bin/own; \\\n", Text(design, BundlePaths.Containerfile), StringComparison.Ordinal);
    }

    private static string Text(ImageDesign design, string path) => Compiled.Of(design).FindDocument(path)!.Text;
}
