using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Removing these takes the system's foundation with it, or dnf refuses as they are protected.</summary>
public sealed class NeededPackageRule() : BuildCommandRule("VD2016", DiagnosticSeverity.Error, "The image cannot do without the package")
{
    /// <summary>The builders run the image's own useradd, and so do packages of older releases.</summary>
    private static readonly string[] Accounts = ["shadow-utils", "passwd"];

    private static readonly string[] Needed =
        ["bootc", "ostree", "systemd", "kernel", "kernel-core", "kernel-modules", "kernel-modules-core", "dracut", "bash", "glibc", "coreutils", "dnf5", "rpm", "bootupd", "composefs", "skopeo", "setup", "filesystem", "selinux-policy-targeted",
        "util-linux", "util-linux-core", "podman", "fedora-release-common", "fedora-repos", .. Accounts];

    /// <summary>Which another package of the same kind can stand for; without one setup, and with it dnf itself, goes as well (setup.spec and fedora-release.spec of Fedora).</summary>
    private static readonly string[] Releases = ["fedora-release-common", "fedora-repos"];

    /// <summary>sudo brings a file for /etc/dnf/protected.d, so only rpm takes it away, or dnf without its protection (sudo.spec of Fedora; dnf5.conf(5), protected_packages).</summary>
    private const string Protected = "sudo";

    /// <summary>grub2-install and its modules, which bootupd runs from the image when it installs for BIOS (bootupd, src/bios.rs; grub2.spec of Fedora).</summary>
    private static readonly string[] BiosLoader = ["grub2-tools", "grub2-tools-minimal", "grub2-pc-modules", "grub2-pc"];

    /// <summary>GRUB and shim for EFI, which dnf protects, and of which bootupd takes what it installs from Fedora 44 on (grub2.spec and shim.spec of Fedora; bootupd, src/efi.rs).</summary>
    private static readonly Dictionary<Architecture, string[]> EfiLoader = new()
    {
        [Architecture.X86_64] = ["grub2-efi-x64", "shim-x64"],
        [Architecture.Aarch64] = ["grub2-efi-aa64", "shim-aa64"],
    };

    /// <summary>The first release of Fedora whose packages bring the boot loader in /usr/lib/efi.</summary>
    private const int FirstWithEfiFolder = 44;

    /// <summary>The disk builders run mkfs from the image itself (osbuild/bootc-image-builder#138).</summary>
    private static readonly Dictionary<FileSystemKind, string> Makers = new()
    {
        [FileSystemKind.Efi] = "dosfstools",
        [FileSystemKind.Ext4] = "e2fsprogs",
        [FileSystemKind.Xfs] = "xfsprogs",
        [FileSystemKind.Btrfs] = "btrfs-progs",
        [FileSystemKind.Lvm] = "lvm2",
    };

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var removed in input.Design.Packages.Remove)
        {
            if (Loss(input.Design, removed, isProtected: true) is { } loss)
            {
                yield return Report(PackagesFields.Remove.PathOf(removed), $"'{removed}' {loss}", $"Keep {removed}", design => PackagesFields.Remove.Remove(design, removed));
            }
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    private protected override string? Problem(RuleInput input, BuildCommand command)
    {
        if (command.Program is not ("dnf" or "dnf5" or "yum" or "microdnf" or "rpm" or "rpm-ostree"))
        {
            return null;
        }

        var isProtected = !command.Is("rpm") && !command.Is("rpm-ostree") && !command.Words.Any(word => word.Contains("protected_packages", StringComparison.Ordinal))
            && !BuildCommands.Of(input).Any(each => each.Is("rm") && each.Text.Contains("/protected.d", StringComparison.Ordinal));
        return Removed(command).Select(spec => Loss(input.Design, spec, isProtected)).FirstOrDefault(loss => loss is not null);
    }

    /// <summary>A kernel goes where another one comes, and a package where the build installs it again.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command)
    {
        var installed = BuildCommands.Of(input).Where(IsInstallation).ToList();
        var kernels = Removed(command).Select(NeededBy).Where(needed => needed is not null && needed.StartsWith("kernel", StringComparison.Ordinal)).ToList();
        return kernels.Count == 0
            ? !installed.Exists(each => Removed(command).Any(spec => each.Words.Contains(spec.ToString(), StringComparer.Ordinal)))
            : input.Design.Packages.Kernel.IsEmpty && !installed.Exists(each => each.Words.Any(word => word.Contains("kernel", StringComparison.Ordinal) || word.Contains('$', StringComparison.Ordinal)));
    }

    private static bool IsInstallation(BuildCommand command) =>
        (command.Program is "dnf" or "dnf5" or "yum" or "microdnf" && command.Words.Any(word => word is "install" or "swap"))
        || (command.Is("rpm-ostree") && command.Words.Any(word => word is "install" or "replace" || word.StartsWith("--install", StringComparison.Ordinal)))
        || (command.Is("rpm") && command.Words.Any(word => word is "--install" or "--upgrade" or ['-', 'i' or 'U', ..]));

    private static IEnumerable<PackageSpec> Removed(BuildCommand command)
    {
        if (command.MayFail
            || !((command.Program is "dnf" or "dnf5" or "yum" or "microdnf" && command.Words.Any(word => word is "remove" or "erase") && !command.HasOption("--assumeno", "--help"))
                || (command.Is("rpm-ostree", "uninstall", "override") && !command.HasOption("replace", "reset"))
                || (command.Is("rpm") && command.HasOption("-e", "--erase", "-ev", "-evh") && !command.HasOption("--test"))))
        {
            yield break;
        }

        foreach (var word in command.Words.Skip(1))
        {
            if (PackageSpec.TryParse(word, out var spec, out _))
            {
                yield return spec;
            }
        }
    }

    /// <summary>What the image loses, as the end of a sentence about the removed name.</summary>
    private static string? Loss(ImageDesign design, PackageSpec removed, bool isProtected) =>
        NeededBy(removed) is { } needed && !(Array.IndexOf(Releases, needed) >= 0 && HasOwnRelease(design)) ? $"takes {needed} away, {(Array.IndexOf(Accounts, needed) >= 0 ? "without which nobody can make an account or change a password: neither the image builders, nor packages, nor people." : "which a bootc image needs to start, to update or to be built.")}"
        : design.Image.Architectures.Contains(Architecture.X86_64) && Array.Find(BiosLoader, name => IsMatch(removed, name)) is { } loader
            ? $"takes {loader} away, with which bootupd sets up the boot loader for BIOS machines: it runs the image's own grub2-install, and every installation on x86_64 ends without it."
        : design.Image.Architectures.SelectMany(each => EfiLoader[each]).FirstOrDefault(name => IsMatch(removed, name)) is { } efi && (isProtected || (design.FedoraRelease() >= FirstWithEfiFolder && !HasSystemdBoot(design)))
            ? $"takes {efi} away, {(isProtected ? "which dnf protects: it ends the build there." : "from which bootupd takes the boot loader of EFI machines: every installation on one ends without it.")}"
        : design.MakesIso() && IsMatch(removed, "efibootmgr") ? "takes efibootmgr away, with which bootupd enters the system into the firmware of EFI machines: the installer lets it do that, and ends there."
        : isProtected && IsMatch(removed, Protected) ? $"takes {Protected} away, which dnf protects: it ends the build there."
        : design.MakesDisk() && FileSystems(design).Select(kind => Makers[kind]).FirstOrDefault(name => IsMatch(removed, name)) is { } maker
            ? $"takes {maker} away, with which the image builder makes the file systems of the disk image: it runs the image's own programs, and ends without them."
        : !design.Packages.Downloads.IsEmpty && IsMatch(removed, "curl") ? "takes curl away, with which a later step of the build fetches the downloads: it ends there."
        : !design.System.NtpServers.IsEmpty && IsMatch(removed, "chrony") ? "takes chrony away, which alone asks the time servers of this design."
        : null;

    /// <summary>True when the design takes another boot loader, which bootc installs without bootupd.</summary>
    private static bool HasSystemdBoot(ImageDesign design) => design.Packages.Install.Any(package => package.ToString().StartsWith("systemd-boot", StringComparison.Ordinal));

    /// <summary>True when the design installs a release package of its own, such as generic-release.</summary>
    private static bool HasOwnRelease(ImageDesign design) =>
        design.Packages.Install.Any(package => package.ToString() is var name && name.Contains("-release", StringComparison.Ordinal) && !name.StartsWith("rpmfusion", StringComparison.Ordinal) && !name.StartsWith("epel", StringComparison.Ordinal));

    /// <summary>What the disk images are made of; without a drawn layout the builder takes an EFI partition, ext4 or XFS for /boot, and the root file system.</summary>
    private static FileSystemKind[] FileSystems(ImageDesign design) =>
        design.Storage.Partitions.IsEmpty
            ? [FileSystemKind.Efi, Root(design.Outputs.RootFileSystem)]
            : [.. design.Storage.Partitions.Select(each => each.FileSystem).Concat(design.Storage.LogicalVolumes.Select(each => each.FileSystem)).Where(Makers.ContainsKey).Distinct()];

    private static FileSystemKind Root(RootFileSystem kind) => kind switch
    {
        RootFileSystem.Btrfs => FileSystemKind.Btrfs,
        RootFileSystem.Ext4 => FileSystemKind.Ext4,
        _ => FileSystemKind.Xfs,
    };

    private static bool IsMatch(PackageSpec removed, string name) => PackagePattern.Matches(removed, PackageSpec.Parse(name));

    private static string? NeededBy(PackageSpec removed) => Array.Find(Needed, name => IsMatch(removed, name));
}
