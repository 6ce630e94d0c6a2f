using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation;

/// <summary>Where the generated files are in the bundle. One place, because documents refer to each other.</summary>
public static class BundlePaths
{
    public const string Containerfile = "Containerfile";
    public const string ContainerIgnore = ".containerignore";
    public const string GitIgnore = ".gitignore";
    public const string Readme = "README.md";
    public const string Design = "design.toml";
    public const string DiskConfig = "build/disk-config.toml";
    public const string PxeConfig = "build/pxe-config.toml";
    public const string IsoConfig = "build/iso-config.toml";
    public const string SetModes = "build/set-modes.sh";
    public const string KeepVar = "build/keep-var.sh";
    public const string IsoKickstart = "kickstart/iso.ks";
    public const string InstallKickstart = "kickstart/install.ks";
    public const string Workflow = ".github/workflows/build-bootc-iso.yml";
    public const string SmokeTest = "test/smoke.sh";
    public const string InsideImage = "test/inside-image.sh";
    public const string BootIso = "test/boot-iso.sh";
    public const string BuildGuide = "docs/BUILD-bootc.md";
    public const string RootFiles = "rootfs/";

    public const string Hostname = "rootfs/etc/hostname";
    public const string Locale = "rootfs/etc/locale.conf";
    public const string Console = "rootfs/etc/vconsole.conf";

    /// <summary>The desktops' keyboards, in the file that systemd-localed reads and writes.</summary>
    public const string DesktopKeyboard = "rootfs/etc/X11/xorg.conf.d/00-keyboard.conf";

    /// <summary>The kernel arguments of every architecture, or of one.</summary>
    public static string KernelArguments(ImageName name, Architecture? architecture) =>
        $"rootfs/usr/lib/bootc/kargs.d/10-{name}-hardening{(architecture is { } one ? "-" + one.ToKernelName() : "")}.toml";

    /// <summary>The program that switches arguments on and off on one machine.</summary>
    public static string OptInArguments(ImageName name) => $"rootfs/usr/libexec/{name}-kernel-arguments";

    /// <summary>
    /// The sysctl drop-in. It sorts after systemd's 50-default.conf, which would overwrite it. tuned re-applies only
    /// /etc after its profile (tuned-main.conf), so with tuned the file goes there.
    /// </summary>
    public static string Sysctl(ImageName name, bool hasTuned) =>
        $"rootfs/{(hasTuned ? "etc" : "usr/lib")}/sysctl.d/60-{name}.conf";

    public static string BlockedModules(ImageName name) => $"rootfs/usr/lib/modprobe.d/60-{name}.conf";

    /// <summary>
    /// The preset that repeats what the image enables and disables. A machine that makes all presets anew would
    /// otherwise disable what is enabled by a link alone (Fedora, preset-all on first boot).
    /// </summary>
    public static string Preset(ImageName name) => $"rootfs/usr/lib/systemd/system-preset/40-{name}.preset";

    /// <summary>sshd's settings. The first value counts, so the file sorts before Fedora's 50-redhat.conf.</summary>
    public static string Ssh(ImageName name) => $"rootfs/etc/ssh/sshd_config.d/40-{name}.conf";

    /// <summary>The list of Flatpaks for <c>flatpak preinstall</c>, which flatpak has from 1.17 on.</summary>
    public static string FlatpakList(ImageName name) => $"rootfs/usr/share/flatpak/preinstall.d/{name}.preinstall";

    /// <summary>The drop-in of zram-generator: the package's own file stays, and its settings count where this has none.</summary>
    public static string Zram(ImageName name) => $"rootfs/usr/lib/systemd/zram-generator.conf.d/60-{name}.conf";

    /// <summary>The program that runs each script of the first boot once.</summary>
    public static string FirstBootProgram(ImageName name) => $"rootfs/usr/libexec/{name}-first-boot";

    /// <summary>The unit that starts <see cref="FirstBootProgram"/>.</summary>
    public static string FirstBootUnit(ImageName name) => $"rootfs/usr/lib/systemd/system/{name}-first-boot.service";

    /// <summary>The script that installs the Flatpaks on a machine.</summary>
    public static string FlatpakScript(ImageName name) => $"rootfs/usr/libexec/{name}-flatpaks";

    /// <summary>The unit that runs the script once for each list.</summary>
    public static string FlatpakUnit(ImageName name) => $"rootfs/usr/lib/systemd/system/{name}-flatpaks.service";

    public static string Repository(PackageGroupId id) => $"rootfs/etc/yum.repos.d/{id}.repo";
}
