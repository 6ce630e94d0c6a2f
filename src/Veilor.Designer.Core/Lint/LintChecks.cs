namespace Veilor.Designer.Core.Lint;

/// <summary>The checks of bootc 1.16 (crates/lib/src/lints.rs; <c>bootc container lint --list</c>).</summary>
public static class LintChecks
{
    private static readonly LintCheck[] Known =
    [
        new("api-base-directories", "One of /dev, /proc, /sys, /run, /tmp and /var is gone, or is not a directory.",
            "Do not remove these directories in a script; empty them at most.", "scripts.run"),
        new("baseimage-root", "The root lacks /sysroot or the link /ostree, so it is not the root of a bootc image.",
            "Choose a base that is made for bootc.", "image.base"),
        new("bootc-kargs", "A file in /usr/lib/bootc/kargs.d is not TOML of the form that bootc reads.",
            "The generated files are well formed: look at files of your own there.", "overlay.from"),
        new("etc-usretc", "Both /etc and /usr/etc exist. bootc makes the second itself.",
            "Move your files from overlay/usr/etc to overlay/etc.", "overlay.from"),
        new("kernel", "There is more than one kernel below /usr/lib/modules, and bootc would not know which to boot.",
            "A package brought a second kernel: pin kernel packages to the base's version, or exclude them.", "packages.exclude"),
        new("utf8", "A file name or link is not UTF-8.",
            "Rename the file in the overlay.", "overlay.from"),
        new("var-run", "/var/run is not the link to ../run.",
            "A script or a file of yours replaced it: take var/run out of the overlay.", "overlay.from"),
        new("baseimage-composefs", "/usr/lib/ostree/prepare-root.conf does not switch composefs on.",
            "Choose a base with composefs, or put the file into the overlay with [composefs] enabled = yes.", "image.base"),
        new("buildah-injected", "An empty /etc/hostname or /etc/resolv.conf was left by the build.",
            "Set a host name, so that the file has content; do not write /etc/resolv.conf.", "system.hostname"),
        new("nonempty-boot", "/boot has files. The boot loader's place is filled at installation, and these files would be lost.",
            "Let nothing write to /boot; kernels belong below /usr/lib/modules.", "scripts.run"),
        new("nonempty-run-tmp", "/run or /tmp has files. Both are empty at boot, so the files only make the image larger.",
            "Remove what your script or line leaves there, in the same step.", "scripts.run"),
        new("sysusers", "A user or group stands in /etc/passwd or /etc/group without an entry in sysusers.d: machines that update would not get it.",
            "Put a line for it into overlay/usr/lib/sysusers.d/, such as “u name - \"what for\"”.", "overlay.from"),
        new("var-log", "There are log files in the image.",
            "Remove them at the end of the step that wrote them.", "extra.before_lint"),
        new("var-tmpfiles", "Something in /var has no line in tmpfiles.d. /var is unpacked at the first installation only, so machines that update would not get it.",
            "Directories are described by build/keep-var.sh; a file belongs below /usr/share, with a line in overlay/usr/lib/tmpfiles.d/ that copies it.", "overlay.from"),
    ];

    public static IReadOnlyList<LintCheck> All => Known;

    /// <summary>What is known of the check; for one that is newer than this program, the text says what to do.</summary>
    public static LintCheck Find(string name) =>
        Array.Find(Known, check => check.Name == name)
        ?? new LintCheck(name, "This check is newer than this program.", "Read what bootc says of it.", "");
}
