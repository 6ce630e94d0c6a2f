using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Core.Tests.Plans;

public sealed class NextCommandsTests
{
    [Fact]
    public void An_image_that_no_registry_has_goes_through_roots_storage() => Assert.Equal(
        [
            "podman save ghcr.io/me/os:1 | sudo podman load &&\nsudo bootc switch --transport containers-storage ghcr.io/me/os:1",
            "podman push ghcr.io/me/os:1",
        ],
        NextCommands.For("ghcr.io/me/os:1", isPushed: false, []).Select(next => next.Command));

    [Fact]
    public void An_image_in_roots_storage_is_not_looked_for_in_the_persons_own() => Assert.Equal(
        ["sudo bootc switch --transport containers-storage ghcr.io/me/os:1", "sudo podman push ghcr.io/me/os:1"],
        NextCommands.For("ghcr.io/me/os:1", isPushed: false, [], isInRootsStorage: true).Select(next => next.Command));

    [Theory]
    [InlineData(false, "podman push localhost/os:1 REGISTRY/ACCOUNT/os:1")]
    [InlineData(true, "sudo podman push localhost/os:1 REGISTRY/ACCOUNT/os:1")]
    public void An_image_of_a_design_without_a_registry_is_pushed_to_one_that_is_named(bool isInRootsStorage, string command)
    {
        var push = NextCommands.For("localhost/os:1", isPushed: false, [], isInRootsStorage)[^1];
        Assert.Equal(command, push.Command);
        Assert.Contains("in place of REGISTRY/ACCOUNT", push.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_one_build_start_machines_of_different_names() =>
        Assert.Distinct(
            NextCommands.For("ghcr.io/me/os:1", isPushed: true, ["/a/disk.qcow2", "/a/disk.raw", "/a/install.iso"])
                .Where(next => next.Command.StartsWith("virt-install", StringComparison.Ordinal)).Select(next => next.Command.Split(' ')[2]),
            StringComparer.Ordinal);

    [Fact]
    public void An_image_in_its_registry_is_switched_to_by_name() => Assert.Equal(
        ["sudo bootc switch ghcr.io/me/os:1"], NextCommands.For("ghcr.io/me/os:1", isPushed: true, []).Select(next => next.Command));

    [Fact]
    public void Files_have_the_commands_of_their_kind_and_paths_are_quoted() => Assert.Equal(
        [
            "virt-install --name x-disk-qcow2 --memory 4096 --vcpus 2 --import --disk path=/a/disk.qcow2,format=qcow2 --boot uefi --osinfo detect=on,require=off",
            "sudo dd 'if=/a/my install.iso' of=/dev/sdX bs=4M status=progress oflag=direct conv=fsync",
            "virt-install --name x-my-install-iso --memory 4096 --vcpus 2 --cdrom '/a/my install.iso' --disk size=40 --boot uefi --osinfo detect=on,require=off",
        ],
        NextCommands.For("x:1", isPushed: true, ["/a/my install.iso", "/a/disk.qcow2", "/a/manifest.json"]).Skip(1)
            .Select(next => next.Command));
}
