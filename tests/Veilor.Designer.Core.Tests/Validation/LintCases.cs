using Veilor.Designer.Core.Design;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>Designs that each check of <c>bootc container lint</c> would find fault with after the build (bootc 1.16, lints.rs).</summary>
internal static class LintCases
{
    /// <summary>The fourteen checks.</summary>
    public static readonly string[] Checks =
    [
        "api-base-directories", "baseimage-root", "bootc-kargs", "etc-usretc", "kernel", "utf8", "var-run",
        "baseimage-composefs", "buildah-injected", "nonempty-boot", "nonempty-run-tmp", "sysusers", "var-log", "var-tmpfiles",
    ];

    public static IReadOnlyList<(string Check, RuleCase Case)> All { get; } =
    [
        ("api-base-directories", Raises("VD9019", "a step that removes /var", Sound.Lines("RUN rm -rf /var"))),
        ("baseimage-root", Raises("VD7001", "a file in /sysroot", Sound, Files("overlay/sysroot/a"))),
        ("baseimage-root", Raises("VD1005", "a base without bootc", Sound.Base("docker.io/library/fedora:43"))),
        ("bootc-kargs", Raises("VD7008", "an unknown key", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "karg = []\n"))),
        ("etc-usretc", Raises("VD7001", "a file in /usr/etc", Sound, Files("overlay/usr/etc/a"))),
        ("etc-usretc", Raises("VD9024", "a step that writes to /usr/etc", Sound.Lines("RUN cp a /usr/etc/a"))),
        ("kernel", Raises("VD2002", "a kernel package", Sound.Install("kernel-modules-extra"))),
        ("kernel", Raises("VD7019", "a kernel in the overlay", Sound, Files("overlay/usr/lib/modules/6.1/vmlinuz"))),
        ("kernel", Raises("VD9026", "a step that installs a kernel", Sound.Lines("RUN dnf -y install kernel"))),
        ("utf8", Raises("VD7030", "a name that is not UTF-8", Sound, Files("overlay/usr/share/b\uFFFDse"))),
        ("var-run", Raises("VD7001", "a file in /var/run", Sound, Files("overlay/var/run/a"))),
        ("var-run", Raises("VD9019", "a step that removes /var/run", Sound.Lines("RUN rm -rf /var/run"))),
        ("baseimage-composefs", Raises("VD7031", "composefs switched off", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled=false\n"))),
        ("buildah-injected", Raises("VD7033", "an empty host name", Sound, Files("overlay/etc/hostname"))),
        ("nonempty-boot", Raises("VD7001", "a file in /boot", Sound, Files("overlay/boot/a"))),
        ("nonempty-boot", Raises("VD9025", "a step that writes to /boot", Sound.Lines("RUN touch /boot/a"))),
        ("nonempty-run-tmp", Raises("VD7001", "a file in /tmp", Sound, Files("overlay/tmp/a"))),
        ("nonempty-run-tmp", Raises("VD9025", "a step that writes to /run", Sound.Lines("RUN echo a > /run/a"))),
        ("sysusers", Raises("VD9013", "a step that makes a user", Sound.Lines("RUN useradd own"))),
        ("var-log", Raises("VD7007", "a log", Sound, Files("overlay/var/log/own.log"))),
        ("var-tmpfiles", Raises("VD7007", "a file in /var/lib", Sound, Files("overlay/var/lib/own/data"))),
    ];

    public static RuleCase Find(string name) => All.Select(each => each.Case).First(each => string.Equals(each.ToString(), name, StringComparison.Ordinal));
}
