namespace Veilor.Designer.Core.Gate;

/// <summary>The ten migration risks (veilor-os, bootc spike plan).</summary>
public static class GateRisks
{
    public static IReadOnlyList<GateRisk> All { get; } =
    [
        new(1, "%post --nochroot of the installer is gone, so it copies no overlay", "low", "COPY overlay/ in the Containerfile"),
        new(2, "Updates replace the image instead of packages", "high", "the update command becomes a wrapper of bootc upgrade"),
        new(3, "/usr is read-only at run time", "medium", "settings go to /etc, what writes to /usr moves into the build"),
        new(4, "The SELinux module is compiled in a container", "medium", "the policy is built and loaded by a script of the image"),
        new(5, "The patch of the installer's progress display is not needed", "low", "drop it: nothing is installed package by package"),
        new(6, "rd.luks.uuid is the installer's business", "low", "drop the code that wrote it"),
        new(7, "The LUKS passphrase is asked for by the installer's own page", "high", "the own installer remains a live shell only"),
        new(8, "The image builder needs a privileged container", "none", "as before"),
        new(9, "The image is larger", "low", "zstd compression of the layers"),
        new(10, "/etc/kernel/cmdline is not read", "medium", "kernel arguments are files below /usr/lib/bootc/kargs.d"),
    ];

    /// <summary>The risk with this number, or null.</summary>
    public static GateRisk? Find(int number) => All.FirstOrDefault(risk => risk.Number == number);
}
