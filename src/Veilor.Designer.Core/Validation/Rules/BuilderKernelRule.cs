using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A container has the kernel of the machine that builds, no right to change it, and none of its modules (tried in a build with podman: sysctl -w and modprobe end with 1).</summary>
public sealed class BuilderKernelRule() : BuildCommandRule("VD9034", DiagnosticSeverity.Error, "The command speaks to the builder's kernel")
{
    private static readonly string[] Questions =
        ["-n", "--dry-run", "--show", "-c", "--showconfig", "--show-config", "-D", "--show-depends", "-R", "--resolve-alias", "--show-modversions", "--show-exports", "-V", "--version", "-h", "--help"];

    private protected override string? Problem(BuildCommand command) =>
        command.MayFail ? null
        : command.Program is "modprobe" or "insmod" or "rmmod" && command.Words.Count > 1 && !command.HasOption(Questions)
            ? "speaks to the kernel that builds, which has no such module to offer, and no right is given. A file of /etc/modules-load.d names modules that a machine loads at its start."
        : IsSysctl(command) || BuildTargets.WritesBelow(command, "/proc/sys/")
            ? "would set the kernel that builds, which a build may not, and nothing of it lies in the image. Settings belong into the section Hardening, or into a file of /etc/sysctl.d."
        : command.Is("setenforce") ? "would switch SELinux of the kernel that builds, which a build may not. Modes of the image stand in /etc/selinux/config."
        : null;

    private static bool IsSysctl(BuildCommand command) =>
        command.Is("sysctl") && command.Words.Skip(1).Any(word => word is "-w" or "--write" or "-p" or "--load" or "--system" or ['-', 'p', ..] || word.StartsWith("--load=", StringComparison.Ordinal) || (word is not ['-', ..] && word.Contains('=', StringComparison.Ordinal)));
}
