using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (api-base-directories) is fatal without /var, /tmp, /run and the rest, and without a kernel, an initramfs and a boot loader nothing starts.</summary>
public sealed class RemovedFolderRule() : BuildCommandRule("VD9019", DiagnosticSeverity.Error, "The build takes away what must stay")
{
    /// <summary>Where bootupd keeps what it installs; without it bootc finds no boot loader for a disk (bootc, bootloader.rs).</summary>
    private static readonly string[] BootLoader = ["/usr/lib/bootupd", "/usr/lib/bootupd/*", "/usr/lib/bootupd/updates", "/usr/lib/bootupd/updates/*"];

    private static readonly string[] Folders =
        ["/", "/var", "/tmp", "/run", "/proc", "/sys", "/dev", "/boot", "/usr", "/etc", "/home", "/root", "/sysroot", "/ostree", "/usr/lib/modules", "/var/tmp", "/var/run", "/var/lock", "/*", .. BootLoader];

    /// <summary>Folders of every base that nobody links from one place into: ln puts its link inside a folder of that name (ln(1), -n and -T).</summary>
    private static readonly string[] NoLinks = ["/", "/var", "/tmp", "/run", "/proc", "/sys", "/dev", "/boot", "/usr", "/sysroot", "/var/tmp"];

    private protected override string? Problem(BuildCommand command) => command.Program is "rm" or "rmdir" or "unlink" or "mv" or "ln" ? Loss(command) : null;

    private static string? Loss(BuildCommand command) =>
        Taken(command).FirstOrDefault(word => Array.IndexOf(Folders, word) >= 0) is { } folder
            ? Array.IndexOf(BootLoader, folder) >= 0 ? $"takes {folder} away, where the boot loader lies that bootc installs: no disk and no installer comes to its end without it."
            : $"takes {folder} away, and bootc container lint or the next start insists on it. {(command.Is("mv") ? "Leave it where it is, and move what is in it." : "Empty it instead: rm -rf FOLDER/*.")}"
        : Taken(command).FirstOrDefault(IsKernel) is not null ? "takes the kernel away, and nothing is left to start. A package of another kernel goes into the field for kernel packages, which takes the base's out in the same step."
        : Taken(command).Any(IsInitramfs) ? "takes the initramfs away, and no later step makes another: the kernel then finds no root. Leave it, or run dracut for it afterwards."
        : Link(command) is { } link ? $"{link} is a folder, so ln puts its link inside the folder, or ends the build with -T. What lies there must stay."
        : null;

    /// <summary>Not where a step makes the folder anew, or brings another kernel.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command)
    {
        var taken = Taken(command).Where(word => Array.IndexOf(Folders, word) >= 0).ToList();
        return taken.Count > 0 ? taken.Exists(folder => !BuildCommands.Of(input).Any(each => Makes(each, folder) || (folder is "/usr/lib/modules" && BringsKernel(each)) || (Array.IndexOf(BootLoader, folder) >= 0 && BringsBootLoader(each))))
            : Taken(command).Any(IsInitramfs) && !Taken(command).Any(IsKernel) ? !input.Design.NeedsInitramfs() && input.Design.Packages.Kernel.IsEmpty && !BuildCommands.Of(input).Any(each => each.Is("dracut") || BringsKernel(each))
            : Link(command) is not null || (input.Design.Packages.Kernel.IsEmpty && !BuildCommands.Of(input).Any(BringsKernel));
    }

    /// <summary>What the command removes or moves away, without slashes at the end.</summary>
    private static IEnumerable<string> Taken(BuildCommand command)
    {
        if (command.Program is not ("rm" or "rmdir" or "unlink" or "mv"))
        {
            return [];
        }

        var words = command.Words.Skip(1).TakeWhile(word => !word.AsSpan().ContainsAny('<', '>')).Where(word => word is not ['-', ..]).Select(word => word.Length > 1 ? word.TrimEnd('/') : word).ToList();
        return command.Is("mv") && !command.Words.Any(word => word is "-t" || word.StartsWith("--target-directory", StringComparison.Ordinal)) ? words.SkipLast(1) : words;
    }

    private static bool IsKernel(string word) =>
        word is "/usr/lib/modules/*" or "/lib/modules/*"
        || ((word.StartsWith("/usr/lib/modules/", StringComparison.Ordinal) || word.StartsWith("/lib/modules/", StringComparison.Ordinal))
            && word[(word.LastIndexOf('/') + 1)..].StartsWith("vmlinuz", StringComparison.Ordinal));

    private static bool IsInitramfs(string word) =>
        (word.StartsWith("/usr/lib/modules/", StringComparison.Ordinal) || word.StartsWith("/lib/modules/", StringComparison.Ordinal))
        && word[(word.LastIndexOf('/') + 1)..] is "initramfs.img" or "initramfs*" or "initramfs.*" or "initramfs" or "*.img" or "initrd";

    private static string? Link(BuildCommand command) =>
        command.Is("ln") && command.Words.Any(word => word is ['-', not '-', ..] && word.AsSpan().ContainsAny('n', 'T') || word is "--no-dereference" or "--no-target-directory")
        && command.Words[^1].TrimEnd('/') is var target && Array.IndexOf(NoLinks, target.Length == 0 ? "/" : target) >= 0
            ? command.Words[^1]
            : null;

    private static bool Makes(BuildCommand command, string folder) =>
        command.Program is "mkdir" or "install" or "ln" && command.Words.Skip(1).Any(word => string.Equals(word.Length > 1 ? word.TrimEnd('/') : word, folder, StringComparison.Ordinal));

    /// <summary>A step that fills the folder again, or takes systemd-boot in bootupd's place.</summary>
    private static bool BringsBootLoader(BuildCommand command) =>
        command.Text.Contains("systemd-boot", StringComparison.Ordinal)
        || command.Is("bootupctl", "backend")
        || (command.Program is "dnf" or "dnf5" or "yum" or "microdnf" or "rpm" or "rpm-ostree" && command.Words.Any(word => word.Contains("bootupd", StringComparison.Ordinal) || word.Contains("grub2", StringComparison.Ordinal) || word.Contains("shim", StringComparison.Ordinal)))
        || BuildTargets.WritesBelow(command, "/usr/lib/bootupd/");

    private static bool BringsKernel(BuildCommand command) =>
        (command.Program is "dnf" or "dnf5" or "yum" or "microdnf" or "rpm" or "rpm-ostree" && command.Words.Any(word => word.Contains("kernel", StringComparison.Ordinal) || word.Contains('$', StringComparison.Ordinal)))
        || (command.Program is "cp" or "mv" or "install" or "ln" or "COPY" or "ADD" or "make" or "kernel-install" && (command.Is("make") || command.Is("kernel-install") || command.Words[^1].Contains("/lib/modules", StringComparison.Ordinal)));
}
