namespace Veilor.Designer.Core.Generation;

/// <summary>What each generated file is for, by its place in the bundle. One list, the first entry that fits counts.</summary>
public static class DocumentPurpose
{
    private static readonly (Func<string, bool> Fits, string Purpose)[] Known =
    [
        (path => path is BundlePaths.Containerfile, "podman builds the image by these instructions, from top to bottom."),
        (path => path is BundlePaths.ContainerIgnore, "What stands here stays out of the build, and so out of the image."),
        (path => path is BundlePaths.GitIgnore, "What stands here stays out of the git repository."),
        (path => path is BundlePaths.Readme, "The README says what the bundle is and how to build it; nothing is made of it."),
        (path => path is BundlePaths.BuildGuide, "The build guide has the commands for this design, to copy; nothing is made of it."),
        (path => path is BundlePaths.Design, "design.toml is the design itself: it opens again without loss, and every other file is made of it."),
        (path => path is BundlePaths.DiskConfig, "The image builder reads this file when it makes a disk image."),
        (path => path is BundlePaths.PxeConfig, "The image builder reads this file when it makes the network boot image."),
        (path => path is BundlePaths.IsoConfig, "The image builder reads this file when it makes the installer ISO."),
        (path => path is BundlePaths.IsoKickstart, "The installer ISO carries these commands, and the installer follows them."),
        (path => path is BundlePaths.InstallKickstart, "A stock installer that is given this file installs the image from the registry."),
        (path => path is BundlePaths.Workflow, "GitHub runs this workflow: it builds, checks and publishes the image."),
        (path => path is BundlePaths.SetModes, "The build runs this script, so that copied files have the modes of the image and not those of a clone."),
        (path => path is BundlePaths.KeepVar, "The build runs this script, so that every machine has the directories that packages left in /var."),
        (path => path is BundlePaths.SmokeTest, "The script starts the checks of the built image."),
        (path => path is BundlePaths.InsideImage, "The script runs in the built image and checks what the design promises."),
        (path => path is BundlePaths.BootIso, "The script boots the installer ISO in a virtual machine."),
        (path => path.StartsWith(BundlePaths.RootFiles + "usr/libexec/", StringComparison.Ordinal), "The program is in the image and runs on the machines."),
        (path => path.StartsWith(BundlePaths.RootFiles, StringComparison.Ordinal), "The file is in the image and holds for every machine that runs it."),
    ];

    /// <summary>What the file is for, in a sentence; empty for one that is copied as it is.</summary>
    public static string Of(string path) => Array.Find(Known, each => each.Fits(path)).Purpose ?? "";
}
