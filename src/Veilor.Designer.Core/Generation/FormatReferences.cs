namespace Veilor.Designer.Core.Generation;

/// <summary>The authority for each generated file, by its place in the bundle. One list, the first entry that fits counts.</summary>
public static class FormatReferences
{
    private const string Systemd = "https://www.freedesktop.org/software/systemd/man/latest/";

    private static readonly FormatReference Containerfile =
        new("Containerfile(5)", "https://github.com/containers/container-libs/blob/main/common/docs/Containerfile.5.md");

    private static readonly FormatReference Builder =
        new("bootc-image-builder: build config", "https://github.com/osbuild/image-builder/blob/main/bootc-image-builder/README.md#-build-config");

    private static readonly FormatReference Kickstart =
        new("Kickstart documentation", "https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html");

    private static readonly (Func<string, bool> Fits, FormatReference Reference)[] Known =
    [
        (path => path is BundlePaths.Containerfile, Containerfile),
        (path => path is BundlePaths.ContainerIgnore, new("containerignore(5)", "https://github.com/containers/container-libs/blob/main/common/docs/containerignore.5.md")),
        (path => path is BundlePaths.GitIgnore, new("gitignore(5)", "https://git-scm.com/docs/gitignore")),
        (path => path is BundlePaths.DiskConfig or BundlePaths.IsoConfig or BundlePaths.PxeConfig, Builder),
        (path => path is BundlePaths.IsoKickstart or BundlePaths.InstallKickstart, Kickstart),
        (path => path is BundlePaths.Workflow, new("GitHub: workflow syntax", "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax")),
        (path => path is BundlePaths.KeepVar, new("bootc: filesystem, /var", "https://bootc-dev.github.io/bootc/filesystem.html#var")),
        (path => path is BundlePaths.InsideImage, new("Test Anything Protocol", "https://testanything.org/tap-version-13-specification.html")),
        (path => path is BundlePaths.Hostname, new("hostname(5)", Systemd + "hostname.html")),
        (path => path is BundlePaths.Locale, new("locale.conf(5)", Systemd + "locale.conf.html")),
        (path => path is BundlePaths.Console, new("vconsole.conf(5)", Systemd + "vconsole.conf.html")),
        (Inside("/bootc/kargs.d/"), new("bootc: kernel arguments", "https://bootc-dev.github.io/bootc/building/kernel-arguments.html")),
        (path => path is BundlePaths.DesktopKeyboard, new("xkeyboard-config(7)", "https://man7.org/linux/man-pages/man7/xkeyboard-config.7.html")),
        (Inside("/sshd_config.d/"), new("sshd_config(5)", "https://man.openbsd.org/sshd_config.5")),
        (Inside("/flatpak/preinstall.d/"), new("flatpak-preinstall(1)", "https://docs.flatpak.org/en/latest/flatpak-command-reference.html#flatpak-preinstall")),
        (Inside("/zram-generator.conf.d/"), new("zram-generator.conf(5)", "https://github.com/systemd/zram-generator/blob/main/man/zram-generator.conf.md")),
        (Inside("/systemd/system/"), new("systemd.service(5)", Systemd + "systemd.service.html")),
        (Inside("/sysctl.d/"), new("sysctl.d(5)", Systemd + "sysctl.d.html")),
        (Inside("/modprobe.d/"), new("modprobe.d(5)", "https://man7.org/linux/man-pages/man5/modprobe.d.5.html")),
        (Inside("/system-preset/"), new("systemd.preset(5)", Systemd + "systemd.preset.html")),
        (Inside("/yum.repos.d/"), new("dnf5: repository configuration", "https://dnf5.readthedocs.io/en/latest/dnf5.conf.5.html")),
    ];

    /// <summary>The reference for a document of the bundle; null where the form is this product's own.</summary>
    public static FormatReference? Of(string path) => Array.Find(Known, each => each.Fits(path)).Reference;

    private static Func<string, bool> Inside(string folder) => path => path.Contains(folder, StringComparison.Ordinal);
}
