using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Validation;

namespace Veilor.Designer.Core.Tests.Failures;

public sealed class FailureTranslatorTests
{
    [Fact]
    public void A_package_that_is_not_found_leads_to_its_entry_and_to_near_names()
    {
        var design = new ImageDesign().Install("htpo");
        var explanation = FailureTranslator.Explain(FailureSamples.Lines("package-not-found"), new FailureContext { Design = design })!;
        Assert.Equal("packages.install[htpo]", explanation.Field);
        Assert.StartsWith("Did you mean htop", explanation.Advice, StringComparison.Ordinal);
        Assert.Equal(["podman run --rm quay.io/fedora/fedora-bootc:43 dnf search htpo"], explanation.Commands, StringComparer.Ordinal);
    }

    [Fact]
    public void A_group_that_is_not_found_leads_to_the_group()
    {
        var design = DesignToml.Read("format = 1\n[packages]\ngroups = [\"no-such-group\"]\n").Design;
        var explanation = FailureTranslator.Explain(["No match for argument: no-such-group"], new FailureContext { Design = design })!;
        Assert.Equal("packages.groups[no-such-group]", explanation.Field);
    }

    [Fact]
    public void A_unit_that_the_design_does_not_name_leads_to_the_list_alone() =>
        Assert.Equal("services.enable", FailureTranslator.Explain(FailureSamples.Lines("unit-missing"), new FailureContext { Design = new ImageDesign() })!.Field);

    [Theory]
    [InlineData("ID=debian\n", "sudo apt-get install -y uidmap")]
    [InlineData("ID=fedora\n", "sudo dnf install -y shadow-utils")]
    public void What_is_missing_here_is_installed_by_this_machines_command(string osRelease, string command) =>
        Assert.Equal(
            [command],
            FailureTranslator.Explain(FailureSamples.Lines("newuidmap"), new FailureContext { Machine = OsRelease.Parse(osRelease) })!.Commands,
            StringComparer.Ordinal);

    [Fact]
    public void Without_a_machine_both_commands_are_given() =>
        Assert.Equal(2, FailureTranslator.Explain(FailureSamples.Lines("newuidmap"), FailureContext.None)!.Commands.Count);

    [Fact]
    public void What_an_earlier_instruction_printed_does_not_count() =>
        Assert.Null(FailureTranslator.Explain(
            ["STEP 2/3: RUN one", "No match for argument: x", "STEP 3/3: RUN two", "something else"], FailureContext.None));

    [Fact]
    public void A_clear_cause_beats_the_vague_line_before_it() =>
        Assert.Equal("package-not-found", FailureTranslator.Explain(
            ["cat: /etc/none: No such file or directory", "No match for argument: x"], FailureContext.None)!.Id);

    [Fact]
    public void The_first_clear_cause_counts() =>
        Assert.Equal("package-not-found", FailureTranslator.Explain(
            ["No match for argument: x", "write /x: no space left on device"], FailureContext.None)!.Id);

    [Fact]
    public void A_mirror_without_one_package_gives_way_to_the_full_disk() =>
        Assert.Equal("no-space", Id(
            ">>> Status code: 404 for http://mirror.example/Packages/h/htop.rpm (IP: 192.0.2.1) - http://mirror.example/Packages/h/htop.rpm",
            "[1/1] htop-0:3.4.1-2.fc43.x86_64        100% |   1.0 MiB/s | 200.0 KiB |  00m00s",
            "error: unpacking of archive failed on file /usr/bin/htop: cpio: write failed - No space left on device"));

    [Fact]
    public void A_repository_that_no_mirror_has_stays_the_cause_of_the_package_that_is_missing() =>
        Assert.Equal("repository-missing", Id(
            ">>> Status code: 404 for http://mirror.example/none/repodata/repomd.xml (IP: 192.0.2.1) - http://mirror.example/none/repodata/repomd.xml",
            ">>> Usable URL not found",
            "Repositories loaded.",
            "No match for argument: x"));

    [Fact]
    public void A_pull_that_succeeds_at_the_second_attempt_gives_way_to_what_the_builder_says()
    {
        const string Retry = "time=\"2026-11-26T11:15:30Z\" level=warning msg=\"Failed, retrying in 1s ... (1/3). Error: pinging container registry quay.io: Get \\\"https://quay.io/v2/\\\": net/http: TLS handshake timeout\"";
        string[] pulled = ["Getting image source signatures", "Copying blob sha256:1", "Copying config sha256:2", "Writing manifest to image destination"];
        var builder = FailureSamples.Lines("builder-root-filesystem");
        Assert.Equal("builder-root-filesystem", Id([Retry, .. pulled, .. builder]));
        Assert.Equal("builder-root-filesystem", Id([Retry, .. builder]));
        Assert.Equal("registry-timeout", Id(Retry));
        Assert.Null(FailureTranslator.Explain([Retry, .. pulled, "something else"], FailureContext.None));
    }

    [Fact]
    public void A_complaint_of_a_scriptlet_in_a_transaction_that_succeeds_gives_way_to_the_unit_that_is_missing() =>
        Assert.Equal("unit-missing", Id(
            "/var/tmp/rpm-tmp.x1: line 3: chkconfig: command not found", "Complete!", "Failed to enable unit: Unit usbgard.service does not exist"));

    [Theory]
    [InlineData("dial tcp 192.0.2.7:5000: connect: no route to host", "ip route get 192.0.2.7")]
    [InlineData("dial tcp [2001:db8::7]:443: connect: network is unreachable", "ip route get 2001:db8::7")]
    [InlineData("Error: initializing source docker://ghcr.io/x/y:1: reading manifest 1 in ghcr.io/x/y: toomanyrequests: slow down", "podman login ghcr.io")]
    [InlineData("toomanyrequests: slow down", "podman login base.example")]
    [InlineData("Error: initializing source docker://quay.io/x/y:1: reading manifest 1 in quay.io/x/y: unauthorized: access to the requested resource is not authorized", "podman login quay.io")]
    [InlineData("unauthorized: authentication required", "podman login base.example")]
    [InlineData("Error: writing blob: initiating layer upload to /v2/x/blobs/uploads/ in 127.0.0.1:5604: unauthorized", "podman login 127.0.0.1:5604")]
    [InlineData("Error: trying to reuse blob sha256:8 at destination: failed to read from destination repository x/base: 403 (Forbidden)", "podman login push.example:5000")]
    [InlineData("cat: /etc/shadow: Permission denied", "podman run --rm base.example/os:1 ls -lZ /etc/shadow")]
    [InlineData("Error: open /srv/disk.raw: permission denied", "ls -lZ /srv/disk.raw")]
    [InlineData("Error: runc: exec failed: exec: \"/opt/tool\": permission denied: OCI permission denied", "podman run --rm base.example/os:1 ls -lZ /opt/tool")]
    [InlineData("Error: open /output/disk.raw: permission denied", "getenforce")]
    public void The_command_is_about_the_place_that_the_line_is_about(string line, string command) =>
        Assert.Equal([command], FailureTranslator.Explain([line], Published)!.Commands, StringComparer.Ordinal);

    [Theory]
    [InlineData("min-free-space-percent '3%' would be exceeded, at least 4.1 kB requested", "3%")]
    [InlineData("min-free-space-percent '10%' would be exceeded", "10%")]
    public void What_ostree_keeps_free_leads_to_the_size_of_the_root(string line, string share)
    {
        var explanation = FailureTranslator.Explain([line], Published)!;
        Assert.Equal(("ostree-space", "storage.partitions"), (explanation.Id, explanation.Field));
        Assert.Contains($"leaves {share} of it free", explanation.Cause, StringComparison.Ordinal);
        Assert.StartsWith("podman image inspect --format '{{.Size}}' ", Assert.Single(explanation.Commands), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: cannot build manifest: reference \"[overlay@/var/lib/containers/storage+/run/containers/storage:overlay.mountopt=nodev,metacopy=on]docker.io/library/os:1\" does not resolve to an image ID: identifier is not an image", "docker.io/library/os:1")]
    [InlineData("time=\"2026-11-26T11:15:30Z\" level=fatal msg=\"parsing image name: reference \\\"localhost/os:1\\\" does not resolve to an image ID\"", "localhost/os:1")]
    public void An_image_that_a_storage_does_not_have_is_named(string line, string name) =>
        Assert.Contains($"no image called {name}.", FailureTranslator.Explain([line], Published)!.Cause, StringComparison.Ordinal);

    [Fact]
    public void A_bound_image_is_fetched_as_root_by_its_name() =>
        Assert.Equal(
            ["sudo podman pull docker.io/library/caddy:2"],
            FailureTranslator.Explain(FailureSamples.Lines("bound-image-missing"), FailureContext.None)!.Commands, StringComparer.Ordinal);

    [Theory]
    [InlineData("push-unauthorized", "publish.repository")]
    [InlineData("registry-denied", "publish.repository")]
    [InlineData("pull-denied", "image.base")]
    [InlineData("registry-unauthorized", "image.base")]
    public void A_refused_push_leads_to_where_it_is_published_and_a_refused_pull_to_the_base(string sample, string field) =>
        Assert.Equal(field, FailureTranslator.Explain(FailureSamples.Lines(sample), Published)!.Field);

    [Theory]
    [InlineData("Failed to enable unit, unit foo.service does not exist.", "unit-missing", "services.enable")]
    [InlineData("Error: Unable to find a match: htopp", "package-not-found", "packages.install")]
    [InlineData("No match for argument: htopp", "package-not-found", "packages.install")]
    [InlineData("No match for argument: @desktopp", "group-not-found", "packages.groups")]
    [InlineData("Error: short-name resolution enforced but cannot prompt without a TTY", "short-name", "image.base")]
    [InlineData("usermod: group 'wheelx' does not exist", "group-missing", "users.accounts")]
    [InlineData("Error: cannot use disk customization: btrfs and lvm partitioning cannot be combined", "builder-volumes", "storage.partitions")]
    public void Other_forms_and_older_versions_of_the_text_are_known_too(string line, string id, string field)
    {
        var explanation = FailureTranslator.Explain([line], FailureContext.None)!;
        Assert.Equal((id, field), (explanation.Id, explanation.Field));
    }

    private static FailureContext Published { get; } = new()
    {
        Design = DesignToml.Read("format = 1\n[image]\nbase = \"base.example/os:1\"\n[publish]\nrepository = \"push.example:5000/os\"\n").Design,
    };

    private static string? Id(params string[] lines) => FailureTranslator.Explain(lines, FailureContext.None)?.Id;

    [Fact]
    public void An_unknown_text_is_not_explained() =>
        Assert.Null(FailureTranslator.Explain(["Something has happened that nobody foresaw."], FailureContext.None));

    [Theory]
    [InlineData("openssh-sever", "openssh-server")]
    [InlineData("firewald", "firewalld")]
    [InlineData("usbguard-tool", "usbguard-tools")]
    public void A_mistyped_name_has_the_meant_one_among_its_neighbours(string typed, string meant) =>
        Assert.Contains(meant, NearNames.Packages(typed), StringComparer.Ordinal);

    [Theory]
    [InlineData("firewalld")]
    [InlineData("xyzzyplugh")]
    public void A_name_is_not_its_own_neighbour(string name) =>
        Assert.DoesNotContain(name, NearNames.Packages(name), StringComparer.Ordinal);
}
