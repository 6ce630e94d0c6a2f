using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Plans;

/// <summary>What can be done with an image and the files made of it.</summary>
public static class NextCommands
{
    private const string Stick = "/dev/sdX";
    private const string LocalHost = "localhost";
    private const string Registry = "REGISTRY/ACCOUNT";

    /// <summary>The commands, the image's first.</summary>
    /// <param name="imageReference">The name that the image was built under.</param>
    /// <param name="isPushed">True when a registry has it under that name.</param>
    /// <param name="files">Full paths of the files that the build made; only disk images and ISOs have commands.</param>
    /// <param name="isInRootsStorage">True when the build ran in root's storage, where a person's own podman does not look.</param>
    public static EquatableArray<NextCommand> For(string imageReference, bool isPushed, IEnumerable<string> files, bool isInRootsStorage = false) =>
        [.. ForImage(imageReference, isPushed, isInRootsStorage), .. files.Order(StringComparer.Ordinal).SelectMany(path => ForFile(path, NameOf(imageReference)))];

    private static IEnumerable<NextCommand> ForImage(string reference, bool isPushed, bool isInRootsStorage)
    {
        if (isPushed)
        {
            yield return new NextCommand(
                "Move a running bootc machine to the image", "Run it on that machine; the image is used from the next boot on.",
                ShellCommandLine.Format("sudo", ["bootc", "switch", reference]));
            yield break;
        }

        // bootc reads root's storage; a build without root put the image into the user's (containers-storage, bootc-switch(8)).
        yield return new NextCommand(
            "Move this machine to the image", "For a machine that runs a bootc image. Without a registry it gets no updates from there.",
            (isInRootsStorage ? "" : $"{ShellCommandLine.Format("podman", ["save", reference])} | sudo podman load &&\n")
            + ShellCommandLine.Format("sudo", ["bootc", "switch", "--transport", "containers-storage", reference]));
        var podman = isInRootsStorage ? "sudo podman" : "podman";
        string[] push = isInRootsStorage ? ["podman", "push"] : ["push"];
        var program = isInRootsStorage ? "sudo" : "podman";
        yield return IsLocal(reference)
            ? new NextCommand(
                "Put the image into a registry", $"After {podman} login. The design names no registry: put yours in place of {Registry}.",
                ShellCommandLine.Format(program, [.. push, reference, Registry + reference[LocalHost.Length..]]))
            : new NextCommand("Put the image into its registry", $"After {podman} login.", ShellCommandLine.Format(program, [.. push, reference]));
    }

    /// <summary>A design without a registry is built under this name, which no registry has.</summary>
    private static bool IsLocal(string reference) => reference.StartsWith(LocalHost + "/", StringComparison.Ordinal);

    /// <summary>The image's own name, without registry, path, tag and digest.</summary>
    private static string NameOf(string reference) => reference[(reference.LastIndexOf('/') + 1)..].Split(':', '@')[0];

    private static IEnumerable<NextCommand> ForFile(string path, string image) => Path.GetExtension(path) switch
    {
        ".iso" =>
        [
            new NextCommand(
                $"Write {Path.GetFileName(path)} to a USB stick",
                $"It overwrites the stick. lsblk shows its name; put it in place of {Stick}.",
                ShellCommandLine.Format("sudo", ["dd", $"if={path}", $"of={Stick}", "bs=4M", "status=progress", "oflag=direct", "conv=fsync"])),
            new NextCommand(
                $"Install {Path.GetFileName(path)} in a virtual machine", "",
                VirtInstall(path, image, ["--cdrom", path, "--disk", "size=40"])),
        ],
        ".qcow2" => [new NextCommand($"Start {Path.GetFileName(path)} in a virtual machine", "It writes into the file.", VirtInstall(path, image, ["--import", "--disk", $"path={path},format=qcow2"]))],
        ".raw" or ".img" =>
        [
            new NextCommand($"Start {Path.GetFileName(path)} in a virtual machine", "It writes into the file.", VirtInstall(path, image, ["--import", "--disk", $"path={path},format=raw"])),
            new NextCommand(
                $"Write {Path.GetFileName(path)} to a disk",
                $"It overwrites the disk. lsblk shows its name; put it in place of {Stick}.",
                ShellCommandLine.Format("sudo", ["dd", $"if={path}", $"of={Stick}", "bs=4M", "status=progress", "oflag=direct", "conv=fsync"])),
        ],
        _ => [],
    };

    /// <summary>libvirt has each name once, and the builder calls the files of every design alike.</summary>
    private static string VirtInstall(string path, string image, IEnumerable<string> source) => ShellCommandLine.Format(
        "virt-install",
        ["--name", $"{image}-{Path.GetFileNameWithoutExtension(path).Replace(' ', '-')}-{Path.GetExtension(path)[1..]}", "--memory", "4096", "--vcpus", "2", .. source, "--boot", "uefi", "--osinfo", "detect=on,require=off"]);
}
