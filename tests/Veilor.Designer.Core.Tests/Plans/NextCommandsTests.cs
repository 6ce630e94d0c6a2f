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

    [Fact]
    public void An_image_in_its_registry_is_switched_to_by_name() => Assert.Equal(
        ["sudo bootc switch ghcr.io/me/os:1"], NextCommands.For("ghcr.io/me/os:1", isPushed: true, []).Select(next => next.Command));

    [Fact]
    public void Files_have_the_commands_of_their_kind_and_paths_are_quoted() => Assert.Equal(
        [
            "virt-install --name disk --memory 4096 --vcpus 2 --import --disk path=/a/disk.qcow2,format=qcow2 --boot uefi --osinfo detect=on,require=off",
            "sudo dd 'if=/a/my install.iso' of=/dev/sdX bs=4M status=progress oflag=direct conv=fsync",
            "virt-install --name 'my install' --memory 4096 --vcpus 2 --cdrom '/a/my install.iso' --disk size=40 --boot uefi --osinfo detect=on,require=off",
        ],
        NextCommands.For("x:1", isPushed: true, ["/a/my install.iso", "/a/disk.qcow2", "/a/manifest.json"]).Skip(1)
            .Select(next => next.Command));
}
