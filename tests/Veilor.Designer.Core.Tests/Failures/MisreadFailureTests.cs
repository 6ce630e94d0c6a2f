using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Validation;

namespace Veilor.Designer.Core.Tests.Failures;

/// <summary>Texts that were once taken for another failure than they are, or for one where there was none.</summary>
public sealed class MisreadFailureTests
{
    private static FailureContext Published { get; } = new()
    {
        Design = DesignToml.Read("format = 1\n[image]\nbase = \"base.example/os:1\"\n[publish]\nrepository = \"push.example:5000/os\"\n").Design,
    };

    [Theory]
    [InlineData("error running container: from /usr/bin/crun creating container for [/bin/sh -c true]: sd-bus call: Interactive authentication required.: Permission denied", "runtime-systemd", "")]
    [InlineData("Error: creating build container: initializing source docker://quay.io/x/y:1: pinging container registry quay.io: Get \"https://quay.io/v2/\": proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused", "proxy-unreachable", "")]
    [InlineData("Error: unable to start container: creating cgroup directory `/sys/fs/cgroup/systemd/machine.slice`: No such file or directory: OCI runtime command not found error", "runtime-cgroup", "")]
    [InlineData("sysctl: cannot stat /proc/sys/kernel/foo: No such file or directory", "sysctl-in-build", "scripts.run")]
    [InlineData("error: cannot validate the setup: cannot stat /output: permission denied", "builder-output", "")]
    [InlineData(">>> Status code: 404 for https://mirror.example/Packages/f/firewalld-2.0-1.fc43.noarch.rpm (IP: 192.0.2.1) - https://mirror.example/Packages/f/firewalld-2.0-1.fc43.noarch.rpm", "package-file-missing", "")]
    [InlineData("error: Unable to load summary from remote flathub: While fetching https://dl.flathub.org/repo/summary.idx: [6] Could not resolve hostname", "flatpak-remote", "packages.flatpaks")]
    [InlineData("error: Can't load uri https://dl.flathub.org/repo/flathub.flatpakrepo: [6] Could not resolve hostname", "flatpak-remote", "packages.flatpaks")]
    [InlineData("Problem: package foo-1-1.noarch from fedora requires bar >= 2, but none of the providers can be installed", "package-requires", "packages.install")]
    [InlineData(" Problem 2: installed package foo-1-1.noarch requires python(abi) = 3.13, but none of the providers can be installed", "package-requires", "packages.install")]
    [InlineData("  - package bar-2-1.x86_64 from fedora is filtered out by exclude filtering", "package-excluded", "packages.repositories")]
    [InlineData("Problem: python3-3.13.1-1.fc42.x86_64 from @System  does not belong to a distupgrade repository", "package-distupgrade", "packages.repositories")]
    [InlineData("  - package steam-1.0.0.81-2.fc43.i686 from rpmfusion-nonfree does not have a compatible architecture", "package-architecture", "packages.install")]
    [InlineData("Error: initializing source docker://ghcr.io/priv/base:1: reading manifest 1 in ghcr.io/priv/base: denied", "pull-denied", "image.base")]
    [InlineData("Error: writing manifest: uploading manifest 43 to ghcr.io/veilor/veilor-os: denied", "registry-denied", "publish.repository")]
    public void What_a_line_is_about_is_not_what_a_word_of_it_suggests(string line, string id, string field)
    {
        var explanation = FailureTranslator.Explain([line], Published)!;
        Assert.Equal((id, field), (explanation.Id, explanation.Field));
    }

    [Theory]
    [InlineData("cp: cannot stat 'assets/logo.png': No such file or directory")]
    [InlineData("flatpak update: Warning: Treating remote fetch error as non-fatal since app/x is already installed: Unable to load summary from remote flathub: While fetching https://dl.flathub.org/repo/summary.idx: [6] Could not resolve hostname")]
    [InlineData("cat: /sys/class/dmi/id/product_name: No such file or directory")]
    [InlineData("FileNotFoundError: [Errno 2] opening '/dev/fd/9': No such file or directory")]
    public void What_is_not_about_the_image_is_not_said_to_be(string line) =>
        Assert.Null(FailureTranslator.Explain([line], Published));

    [Theory]
    [InlineData("failed to register layer: Error processing tar file(exit status 1): unexpected EOF", "layer-cut-off")]
    [InlineData("/bin/sh: line 1: /run/build/scripts/a.sh: /bin/bash^M: bad interpreter: No such file or directory", "script-interpreter")]
    [InlineData("/usr/bin/env: ‘bash\\r’: No such file or directory", "script-interpreter")]
    [InlineData("error running container: error from /usr/bin/crun creating container for [/bin/sh -c true]: mount `/proc` to `/proc`: Operation not permitted", "runtime-proc")]
    [InlineData("FileNotFoundError: [Errno 2] No such file or directory: '/dev/loop0'", "builder-loop-device")]
    [InlineData("osbuild.host.RemoteError: FileNotFoundError: [Errno 2] No such file or directory: 'loop1'", "builder-loop-device")]
    [InlineData("Error: netavark: unable to append rule '-j MARK --set-xmark 0x2000/0x2000' to table 'nat'", "network-rules")]
    public void Other_forms_of_the_text_are_known_too(string line, string id) => Assert.Equal(id, Id(line));

    [Theory]
    [InlineData("sqlite3.OperationalError: database is locked")]
    [InlineData("Warning: the top layer not known to the cache is fetched")]
    public void The_words_alone_are_not_the_failure(string line) => Assert.Null(Id(line));

    [Fact]
    public void What_the_builder_lacks_is_no_package_of_the_design()
    {
        var explanation = FailureTranslator.Explain(FailureSamples.Lines("builder-package-missing"), Published)!;
        Assert.Equal(("builder-package-missing", "outputs.builder", false), (explanation.Id, explanation.Field, explanation.IsVague));
        Assert.Contains("lack lorax-templates-rhel.", explanation.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_that_goes_on_after_its_complaint_is_not_sure_to_fail()
    {
        var translator = new FailureTranslator();
        translator.Add(1, "dracut-install: ERROR: installing '/root' to '/root'");
        translator.Add(2, "dracut[E]: FAILED: /usr/lib/dracut/dracut-install -D /var/tmp/dracut.d0o70QV/initramfs /root /root");
        Assert.False(translator.IsCertain);
        Assert.True(translator.Explanation(FailureContext.None)!.IsVague);
        translator.Add(3, "cp: error writing '/x': No space left on device");
        Assert.True(translator.IsCertain);
        Assert.Equal("no-space", translator.Explanation(FailureContext.None)!.Id);
    }

    [Fact]
    public void An_attempt_that_may_be_followed_by_another_is_not_sure_to_fail()
    {
        var translator = new FailureTranslator();
        translator.Add(1, ">>> Status code: 404 for http://mirror.example/none/repodata/repomd.xml (IP: 192.0.2.1)");
        Assert.False(translator.IsCertain);
        translator.Add(2, ">>> Usable URL not found");
        Assert.True(translator.IsCertain);
    }

    [Fact]
    public void The_line_of_the_resolver_that_names_the_cause_counts() =>
        Assert.Equal("package-versions", Id(
            "Failed to resolve the transaction:",
            "Problem: package akmod-nvidia-3:580-1.fc43.x86_64 from rpmfusion-nonfree requires kernel-devel-matched, but none of the providers can be installed",
            "  - package kernel-devel-matched-6.17.5-300.fc43.x86_64 from updates requires kernel-core = 6.17.5-300.fc43, but none of the providers can be installed",
            "  - cannot install both kernel-core-6.17.5-300.fc43.x86_64 from updates and kernel-core-6.17.1-300.fc43.x86_64 from @System",
            "  - conflicting requests"));

    [Fact]
    public void Two_versions_of_one_package_lead_to_the_base()
    {
        var explanation = FailureTranslator.Explain(
            ["Problem: cannot install both kernel-core-6.17.5-300.fc43.x86_64 from updates and kernel-core-6.17.1-300.fc43.x86_64 from @System"], Published)!;
        Assert.Equal(("package-versions", "image.base"), (explanation.Id, explanation.Field));
        Assert.Contains("kernel-core", explanation.Cause, StringComparison.Ordinal);
        Assert.Equal(["podman pull base.example/os:1"], explanation.Commands, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("  - package tuned-ppd-2.25.1-1.fc43.noarch from fedora conflicts with ppd-service provided by power-profiles-daemon-0.30-1.fc43.x86_64 from fedora", "tuned-ppd-2.25.1-1.fc43.noarch and power-profiles-daemon-0.30-1.fc43.x86_64 ")]
    [InlineData("  - installed package power-profiles-daemon-0.30-1.fc43.x86_64 conflicts with ppd-service <= 2 provided by tuned-ppd-2.25.1-1.fc43.noarch from fedora", "power-profiles-daemon-0.30-1.fc43.x86_64 and tuned-ppd-2.25.1-1.fc43.noarch ")]
    [InlineData("Problem: cannot install both dnf5-5.2-1.x86_64 from fedora and dnf-4.2-1.noarch from fedora", "dnf5-5.2-1.x86_64 and dnf-4.2-1.noarch ")]
    public void A_conflict_is_between_two_packages(string line, string names)
    {
        var explanation = FailureTranslator.Explain([line], Published)!;
        Assert.Equal("package-conflict", explanation.Id);
        Assert.StartsWith(names, explanation.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Error: trying to reuse blob sha256:1 at destination: pinging container registry ghcr.io: Get \"https://ghcr.io/v2/\": dial tcp: lookup ghcr.io: no such host", false, "publish.repository")]
    [InlineData("Error: signing [ghcr.io/x/y@sha256:1]: Get \"https://ghcr.io/v2/\": dial tcp: lookup ghcr.io: no such host", true, "publish.repository")]
    [InlineData("Error: creating build container: initializing source docker://ghcr.io/x/y:1: pinging container registry ghcr.io: Get \"https://ghcr.io/v2/\": dial tcp: lookup ghcr.io: no such host", false, "image.base")]
    public void A_registry_that_cannot_be_reached_is_that_of_the_push_or_of_the_base(string line, bool isPublishing, string field) =>
        Assert.Equal(field, FailureTranslator.Explain([line], Published with { IsPublishing = isPublishing })!.Field);

    [Fact]
    public void The_registry_that_refuses_a_push_is_named_in_the_command() =>
        Assert.Equal(
            ["podman login ghcr.io"],
            FailureTranslator.Explain(["Error: writing manifest: uploading manifest 43 to ghcr.io/veilor/veilor-os: denied: installation not allowed to Create organization package"], Published)!.Commands,
            StringComparer.Ordinal);

    [Theory]
    [InlineData("Status code: 403 for https://mirrors.example/metalink?repo=fedora-43&arch=x86_64 (IP: 192.0.2.1)", "curl --head 'https://mirrors.example/metalink?repo=fedora-43&arch=x86_64'")]
    [InlineData("cat: /etc/$(id): Permission denied", "podman run --rm base.example/os:1 ls -lZ '/etc/$(id)'")]
    [InlineData("nothing provides it's needed by foo-1-1.noarch", @"podman run --rm base.example/os:1 dnf provides 'it'\''s'")]
    [InlineData("nothing provides python(abi) = 3.13 needed by foo-1-1.noarch", "podman run --rm base.example/os:1 dnf provides 'python(abi) = 3.13'")]
    public void What_a_line_says_is_one_word_of_the_command(string line, string command) =>
        Assert.Equal([command], FailureTranslator.Explain([line], Published)!.Commands, StringComparer.Ordinal);

    [Fact]
    public void A_name_that_the_catalogue_has_is_not_taken_for_a_slip()
    {
        var advice = FailureTranslator.Explain(["No match for argument: firewalld"], FailureContext.None)!.Advice;
        Assert.DoesNotContain("Did you mean", advice, StringComparison.Ordinal);
        Assert.StartsWith("The name is right for Fedora", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_that_is_not_found_is_told()
    {
        var design = new ImageDesign().Install("htpo", "xyzzyplugh");
        var explanation = FailureTranslator.Explain(
            ["Failed to resolve the transaction:", "No match for argument: htpo", "No match for argument: xyzzyplugh", "No match for argument: htpo"],
            new FailureContext { Design = design })!;
        Assert.Equal("No repository of this image has “htpo”. Nor has any “xyzzyplugh”.", explanation.Cause);
        Assert.StartsWith("Did you mean htop", explanation.Advice, StringComparison.Ordinal);
        Assert.Equal("packages.install[htpo]", explanation.Field);
        Assert.Equal(2, explanation.Line);
    }

    [Fact]
    public void Packages_of_an_instruction_that_succeeded_are_forgotten() =>
        Assert.DoesNotContain("Nor has", FailureTranslator.Explain(
            ["No match for argument: aa", "No match for argument: bb", "STEP 3/3: RUN two", "No match for argument: cc"], FailureContext.None)!.Cause, StringComparison.Ordinal);

    private static string? Id(params string[] lines) => FailureTranslator.Explain(lines, FailureContext.None)?.Id;
}
