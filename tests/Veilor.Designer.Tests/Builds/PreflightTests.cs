using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Builds;

/// <summary>What is looked at before a build, on machines of several kinds.</summary>
public sealed class PreflightTests
{
    private const string Mounts =
        """
        25 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
        26 25 0:40 /root /var rw,relatime shared:2 - btrfs /dev/sdb1 rw,subvol=/root
        27 26 0:40 /images /var/lib/containers rw,relatime - btrfs /dev/sdb1 rw,subvol=/images
        28 25 8:5 / /home/a\040b rw - xfs /dev/sda5 rw
        29 25 8:6 / /srv rw - ext4 /dev/sda6 rw
        30 29 8:7 / /srv rw - ext4 /dev/sda7 rw
        """;

    private static readonly OsRelease Debian = OsRelease.Parse("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n");

    private static readonly OsRelease Fedora = OsRelease.Parse("ID=fedora\nPRETTY_NAME=\"Fedora Linux 43\"\n");

    [Theory]
    [InlineData("/etc/x", "8:2", "/")]
    [InlineData("/var/tmp", "0:40", "/var")]
    [InlineData("/var/lib/containers/storage", "0:40", "/var/lib/containers")]
    [InlineData("/var/library", "0:40", "/var")]
    [InlineData("/home/a b/runs", "8:5", "/home/a b")]
    [InlineData("/srv/x", "8:7", "/srv")]
    public void The_file_system_of_a_folder_is_told_by_the_table_of_mounts(string path, string device, string mountPoint)
    {
        var found = MountedFileSystem.Find(Mounts, path)!;
        Assert.Equal((device, mountPoint), (found.Device, found.MountPoint));
    }

    [Fact]
    public void A_folder_that_is_not_there_yet_lies_where_its_parent_does()
    {
        var temporary = Path.GetTempPath();
        Assert.Equal(MountedFileSystem.Of(temporary), MountedFileSystem.Of(Path.Combine(temporary, "no-such-folder", "runs")));
    }

    [Theory]
    [InlineData("token", "secret", CheckState.Good, "token")]
    [InlineData("token", "", CheckState.Blocking, "is empty")]
    [InlineData("folder", null, CheckState.Blocking, "is a folder")]
    [InlineData("missing", null, CheckState.Blocking, "is not there")]
    public async Task The_file_of_a_secret_is_looked_for_and_never_read_out(string name, string? text, CheckState state, string found)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder"));
        var path = Path.Combine(folder.Path, name);
        if (text is not null)
        {
            await System.IO.File.WriteAllTextAsync(path, text);
        }

        var check = await SecretCheck(new BuildSecret { Id = SecretId.Parse("repo"), Purpose = "the repository", From = SecretSource.Parse(path) }, _ => null);

        Assert.Equal(("Secret repo", state, "the repository"), (check.Name, check.State, check.NeededFor));
        Assert.EndsWith(found, check.Found, StringComparison.Ordinal);
        Assert.Equal(state == CheckState.Good ? [] : [$"ls -l {path}"], check.Repairs);
    }

    [Theory]
    [InlineData("canary", CheckState.Good, "the variable REPO_TOKEN")]
    [InlineData("", CheckState.Blocking, "the variable REPO_TOKEN is not set where this program was started")]
    [InlineData(null, CheckState.Blocking, "the variable REPO_TOKEN is not set where this program was started")]
    public async Task A_variable_that_is_not_set_blocks_as_podman_would_pass_an_empty_secret(string? value, CheckState state, string found)
    {
        var check = await SecretCheck(
            new BuildSecret { Id = SecretId.Parse("repo"), From = SecretSource.Parse("REPO_TOKEN") }, name => name == "REPO_TOKEN" ? value : null);

        Assert.Equal((state, found, "steps of the build"), (check.State, check.Found, check.NeededFor));
        Assert.Equal(state == CheckState.Good ? [] : ["read -rs REPO_TOKEN && export REPO_TOKEN"], check.Repairs);
    }

    private static async Task<PreflightCheck> SecretCheck(BuildSecret secret, Func<string, string?> variable) => Assert.Single(
        await new SecretChecks(new BuildHost(RootAccess.Terminal, BuildHost.DefaultRootStorage, 1000, 1000), variable)
            .RunAsync(new ImageDesign { Extra = new ExtraSection { Secrets = [secret] } }, new BuildChoices(), CancellationToken.None));

    [Theory]
    [InlineData("", false)]
    [InlineData("[[registry]]\nprefix = \"other.invalid\"\n[[registry.mirror]]\nlocation = \"mirror.invalid\"\n", false)]
    [InlineData("[[registry]]\nlocation = \"base.invalid\"\ninsecure = true\n", false)]
    [InlineData("[[registry]]\nlocation = \"base.invalid\"\n[[registry.mirror]]\nlocation = \"mirror.invalid:5000/x\"\n", true)]
    [InlineData("[[registry]]\nprefix = \"base.invalid/os\"\nlocation = \"mirror.invalid/os\"\n", true)]
    [InlineData("[[registry]]\nprefix = \"*.invalid\"\nlocation = \"mirror.test\"\n", true)]
    public async Task A_registry_whose_images_have_another_place_is_told_by_podmans_files(string registries, bool hasMirror)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "registries.conf");
        await System.IO.File.WriteAllTextAsync(file, registries);
        Assert.Equal(hasMirror, RegistryMirrors.Has("base.invalid", [file, file + ".missing"]));
    }

    /// <summary>Where a proxy is set nothing blocks, so there only the mirror can be seen to matter.</summary>
    [Theory]
    [InlineData("base.invalid", CheckState.Warning)]
    [InlineData("other.invalid", CheckState.Blocking)]
    public async Task A_registry_that_is_not_found_does_not_block_where_its_images_have_another_place(string mirrored, CheckState state)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "registries.conf");
        await System.IO.File.WriteAllTextAsync(file, $"[[registry]]\nlocation = \"{mirrored}\"\n[[registry.mirror]]\nlocation = \"mirror.invalid\"\n");
        var design = new ImageDesign { Image = new ImageSection { Base = ImageReference.Parse("base.invalid/os:1") } };
        var check = Assert.Single(await new NetworkChecks(null, [file]).RunAsync(design, new BuildChoices(), CancellationToken.None));
        var hasProxy = NetworkChecks.ProxyVariables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
        Assert.Equal(hasProxy ? CheckState.Warning : state, check.State);
    }

    [Fact]
    public async Task A_policy_that_the_builder_wants_is_named_where_selinux_enforces()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "enforce");
        await System.IO.File.WriteAllTextAsync(path, "1");
        var fedora = await SELinuxAsync(Fedora, path, makesArtifacts: true);
        Assert.Equal((CheckState.Warning, "sudo dnf install -y osbuild-selinux"), (fedora.State, Assert.Single(fedora.Repairs)));
        var debian = await SELinuxAsync(Debian, path, makesArtifacts: true);
        Assert.Equal((CheckState.Warning, "sudo setenforce 0"), (debian.State, debian.Repairs[0]));
        Assert.Equal(CheckState.Good, (await SELinuxAsync(Fedora, path, makesArtifacts: false)).State);
        await System.IO.File.WriteAllTextAsync(path, "0");
        Assert.Equal((CheckState.Good, "permissive"), ((await SELinuxAsync(Fedora, path, makesArtifacts: true)).State, (await SELinuxAsync(Fedora, path, makesArtifacts: true)).Found));
        Assert.Equal("off here", (await SELinuxAsync(Fedora, path + ".missing", makesArtifacts: true)).Found);
    }

    [Fact]
    public void Too_little_memory_is_mended_by_a_swap_file_of_the_right_kind()
    {
        Assert.Empty(new MachineChecks(Debian, 8L << 30).Memory(4L << 30, isNeeded: true, "disks").Repairs);
        var ext4 = new MachineChecks(Debian, 1L << 30, "ext4").Memory(4L << 30, isNeeded: true, "disks");
        Assert.Equal(CheckState.Warning, ext4.State);
        Assert.StartsWith("sudo fallocate --length 4GiB /swapfile && ", Assert.Single(ext4.Repairs), StringComparison.Ordinal);
        Assert.Contains("btrfs filesystem mkswapfile", Assert.Single(new MachineChecks(Fedora, 1L << 30, "btrfs").Memory(4L << 30, isNeeded: true, "disks").Repairs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debian", "cosign", "cosign-linux-")]
    [InlineData("fedora", "cosign", "sudo dnf install -y cosign")]
    [InlineData("debian", "image-builder", "sudo podman pull ghcr.io/osbuild/image-builder-cli:latest")]
    [InlineData("fedora", "image-builder", "sudo dnf install -y image-builder")]
    [InlineData("debian", "bootc-image-builder", "sudo podman pull quay.io/centos-bootc/bootc-image-builder:latest")]
    [InlineData("fedora", "bootc-image-builder", "sudo podman pull quay.io/centos-bootc/bootc-image-builder:latest")]
    [InlineData("debian", "qemu-system-x86_64", "sudo apt-get install -y qemu-system-x86")]
    public void Every_missing_tool_has_a_command_on_debian_and_on_fedora(string system, string name, string command)
    {
        var checks = new ToolChecks(OsRelease.Parse($"ID={system}\n"));
        var tool = ToolChecks.Known(Enum.GetValues<BuilderKind>()).Single(item => item.Name == name);
        Assert.Contains(command, Assert.Single(checks.Install(tool)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_tool_has_a_command_wherever_the_machine_is_not_known() =>
        Assert.All(ToolChecks.Known(Enum.GetValues<BuilderKind>()), tool => Assert.NotEmpty(new ToolChecks(null).Install(tool)));

    [Fact]
    public void A_name_that_is_not_found_is_mended_by_the_services_that_are_there()
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(Path.Combine(folder.Path, "NetworkManager.service"), "");
        Assert.Equal(
            ["getent hosts quay.io", "sudo systemctl restart NetworkManager", "export HTTPS_PROXY=http://PROXY:PORT"],
            NetworkChecks.Repairs("quay.io", [folder.Path]));
    }

    private static async Task<PreflightCheck> SELinuxAsync(OsRelease machine, string path, bool makesArtifacts) =>
        (await new MachineChecks(machine, 8L << 30, "ext4", path).RunAsync(makesArtifacts, CancellationToken.None)).Single(check => check.Name == "SELinux");
}
