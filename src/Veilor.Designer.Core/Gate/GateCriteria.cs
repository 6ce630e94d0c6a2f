using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Gate;

/// <summary>The seven criteria that a move to bootc is measured by (veilor-os, bootc spike plan, success criteria).</summary>
public static class GateCriteria
{
    public const string Build = "container.build";
    public const string Lint = "container.lint";
    public const string Desktop = "image.desktop";
    public const string Selinux = "image.selinux";
    public const string Sysctls = "image.sysctls";
    public const string IsoMade = "iso.made";
    public const string IsoKickstart = "iso.kickstart";
    public const string IsoBoots = "iso-boots.installer";
    public const string InstallCompletes = "install.completes";
    public const string InstallLuks = "install.luks";
    public const string InstallSubvolumes = "install.subvolumes";
    public const string Login = "first-boot.login";
    public const string LoginWorks = "first-boot.account";
    public const string PasswordChange = "first-boot.password";
    public const string Guide = "documentation.guide";
    public const string Tag = "documentation.tag";

    private const string NoEncryption = "the design encrypts nothing";

    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<GateCriterion> All { get; } =
    [
        new(1, "container", "The container image builds, and its lint passes",
        [
            new(Build, "podman build ends with 0", "the build step"),
            new(Lint, "bootc container lint ends with 0", "the lint, of its own or as the Containerfile's last line"),
        ]),
        new(2, "image", "The image has its desktop, SELinux and the hardening sysctls",
        [
            new(Desktop, "The desktop's programs are in the image", "the checks in the image, when a package or unit of a desktop is named")
            {
                IsAsked = HasDesktop, NotAskedBecause = "the design has no desktop",
            },
            new(Selinux, "SELinux is enforcing", "the checks in the image: they read SELinux's configuration, not a running kernel"),
            new(Sysctls, "The hardening sysctls are set", "the checks in the image: they read the files, not a running kernel")
            {
                IsAsked = design => !design.Kernel.Sysctls.IsEmpty, NotAskedBecause = "the design sets no sysctl",
            },
        ]),
        new(3, "iso", "The installer ISO is made, and its kickstart is valid",
        [
            new(IsoMade, "The image builder makes the ISO", "the ISO step"),
            new(IsoKickstart, "The kickstart has no error", "the kickstart checker, over the ISO's kickstart as it was built"),
        ]),
        new(4, "iso-boots", "The ISO boots to the installer",
        [
            new(IsoBoots, "Anaconda starts from the ISO", "booting the ISO in QEMU, as far as the serial console shows it"),
        ]),
        new(5, "install", "It installs, asks once for the LUKS passphrase, and has its subvolumes",
        [
            new(InstallCompletes, "The installation completes", ""),
            new(InstallLuks, "The installed system asks for the passphrase exactly once", "booting a disk in QEMU: it sees that a prompt comes, and stops there")
            {
                IsAsked = design => design.Storage.HasEncryption, NotAskedBecause = NoEncryption,
            },
            new(InstallSubvolumes, "The btrfs subvolumes are there and mounted", "")
            {
                IsAsked = design => !design.Storage.Subvolumes.IsEmpty, NotAskedBecause = "the design has no subvolumes",
            },
        ]),
        new(6, "first-boot", "The first boot reaches the login, and the password must be changed",
        [
            new(Login, "The first boot reaches the login screen", "booting a disk in QEMU, as far as the serial console shows it"),
            new(LoginWorks, "The administrator can log in", ""),
            new(PasswordChange, "The first login makes them change the password", ""),
        ]),
        new(7, "documentation", "It is documented, and the way back is tagged",
        [
            new(Guide, "The build guide describes this design", "the build: docs/BUILD-bootc.md is in its bundle"),
            new(Tag, "The last release with the old installer has a tag", "") { OutlivesChanges = true },
        ]),
    ];

    /// <summary>The part with this id, or null.</summary>
    public static GatePart? Find(string id) => All.SelectMany(criterion => criterion.Parts).FirstOrDefault(part => part.Id == id);

    /// <summary>True when the design is meant to end in a graphical login.</summary>
    public static bool HasDesktop(ImageDesign design) =>
        design.Services.DefaultTarget?.ToString() == "graphical.target"
        || design.Packages.Environments.Any(environment => environment.ToString().Contains("desktop", StringComparison.Ordinal));
}
