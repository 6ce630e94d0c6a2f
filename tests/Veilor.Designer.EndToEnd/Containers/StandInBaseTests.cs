using System.Text;
using Veilor.Designer.EndToEnd.Downloads;

namespace Veilor.Designer.EndToEnd.Containers;

/// <summary>The stand-in does what the generated Containerfiles ask of a base: each step here is one that they use.</summary>
[Collection(PodmanCollection.Name)]
public sealed class StandInBaseTests(PodmanEnvironment podman)
{
    private const string Image = "localhost/veilor-tests/stand-in:1";

    [Fact]
    public async Task It_builds_an_image_the_way_generated_containerfiles_do()
    {
        using var context = new TemporaryFolder();
        await using var downloads = await LocalDownloads.StartAsync();
        var tool = downloads.Add("tool", Encoding.UTF8.GetBytes("#!/bin/sh\necho the tool\n"));
        context.Write("rootfs/usr/lib/sysctl.d/60-sample.conf", "kernel.dmesg_restrict = 1\n");
        context.Write("rootfs/etc/hostname", "sample\n");
        context.Write("scripts/10-mark.sh", "set -euo pipefail\ninstall -D -m 0644 /dev/null /usr/share/sample/mark\n");
        context.Write("Containerfile", $"""
            FROM {StandInBase.Image}
            RUN --mount=type=cache,target=/var/cache/libdnf5 dnf -y install --setopt=install_weak_deps=False @sample-environment @sample-group tree openssh-server
            ARG TOOL_URL
            ARG TOOL_SHA256
            RUN work=$(mktemp -d) && curl --fail --silent --show-error --output "$work/tool" "$TOOL_URL" && echo "$TOOL_SHA256  $work/tool" | sha256sum -c - && install -m 0755 "$work/tool" /usr/bin/tool && rm -rf "$work"
            COPY rootfs/ /
            RUN --mount=type=bind,source=scripts,target=/run/scripts bash /run/scripts/10-mark.sh
            RUN systemctl enable sshd.service && systemctl set-default graphical.target && passwd -l root
            RUN rm -rf /var/log/* /var/cache/* /var/lib/dnf /run/dnf
            RUN bootc container lint --fatal-warnings

            """);

        await podman.BuildAsync(context.Path, Image, tool.BuildArguments("TOOL"));

        Assert.Equal("enabled\n", await podman.ReadAsync(Image, "systemctl is-enabled sshd.service"));
        Assert.Equal("graphical.target\n", await podman.ReadAsync(Image, "systemctl get-default"));
        Assert.StartsWith("root:!", await podman.ReadAsync(Image, "grep ^root: /etc/shadow"), StringComparison.Ordinal);
        Assert.Equal(
            "sample-environment-member\nsample-group-member\ntree\n",
            await podman.ReadAsync(Image, "rpm -q --queryformat '%{NAME}\\n' sample-environment-member sample-group-member tree"));
        Assert.Equal("the tool\n", await podman.ReadAsync(Image, "tool"));
        Assert.Equal("kernel.dmesg_restrict = 1\n", await podman.ReadAsync(Image, "cat /usr/lib/sysctl.d/60-sample.conf && test -e /usr/share/sample/mark"));
    }

    [Fact]
    public async Task It_has_what_a_bootc_base_has()
    {
        Assert.Equal("fedora 43\n", await podman.ReadAsync(StandInBase.Image, ". /etc/os-release && echo $ID $VERSION_ID"));
        Assert.Equal("1\n", await podman.ReadAsync(StandInBase.Image, "ls /usr/lib/modules/*/vmlinuz | wc -l"));
        Assert.Contains("Checks passed: 14", await podman.ReadAsync(StandInBase.Image, "bootc container lint"), StringComparison.Ordinal);
        var label = await podman.RunAsync("image", "inspect", "--format", "{{index .Labels \"containers.bootc\"}}", StandInBase.Image);
        Assert.Equal("1\n", label.StandardOutput);
    }

    [Theory]
    [InlineData("printf 'karg = []\\n' > /usr/lib/bootc/kargs.d/10.toml", "Failed lint: bootc-kargs: ", 1)]
    [InlineData("mkdir /usr/etc", "Failed lint: etc-usretc: ", 1)]
    [InlineData("mkdir /var/lib/sample", "Lint warning: var-tmpfiles: ", 0)]
    [InlineData("touch /boot/sample", "Lint warning: nonempty-boot: ", 0)]
    [InlineData("useradd sample", "Lint warning: sysusers: ", 0)]
    public async Task Its_lint_finds_faults(string fault, string line, int status)
    {
        var result = await podman.RunAsync("run", "--rm", StandInBase.Image, "/bin/bash", "-c", $"mkdir -p /usr/lib/bootc/kargs.d && {fault} && bootc container lint");
        Assert.Equal(status, result.ExitCode);
        Assert.Contains(line, result.StandardOutput + result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_package_fails_the_build()
    {
        using var context = new TemporaryFolder();
        context.Write("Containerfile", $"FROM {StandInBase.Image}\nRUN dnf -y install no-such-package\n");
        var result = await podman.RunAsync("build", context.Path);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No match for argument: no-such-package", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
    }
}
