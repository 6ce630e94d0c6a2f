using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// bootc container lint: var-run and etc-usretc are fatal, others are emptied or hidden on a machine. Where the base has a link,
/// COPY puts a folder with the new files alone in its place: without /bin no further step starts (tried with buildah 1.28;
/// filesystem.spec of Fedora; bootc, filesystem.md).
/// </summary>
public sealed class ForbiddenOverlayRule() : DesignRule("VD7001", DiagnosticSeverity.Error, "The overlay brings a path that an image must not have")
{
    private static readonly (string Folder, string Why)[] Forbidden =
    [
        ("usr/etc/", "/usr/etc is made by bootc from /etc; both together fail bootc container lint. Put the file below overlay/etc."),
        ("var/run/", "/var/run must stay a link to /run, or bootc container lint fails."),
        ("run/", "/run is empty at every boot. Make the file with tmpfiles.d."),
        ("tmp/", "/tmp is empty at every boot."),
        ("proc/", "/proc belongs to the kernel."),
        ("sys/", "/sys belongs to the kernel."),
        ("dev/", "/dev belongs to the kernel."),
        ("boot/", "/boot is filled at installation from /usr/lib/modules; files put there do not reach a machine."),
        ("sysroot/", "/sysroot is the machine's own."),
        ("ostree/", "/ostree is a link into the machine's own root."),
    ];

    /// <summary>Links that Fedora's package filesystem makes, on every base.</summary>
    private static readonly (string Folder, string Target)[] Links =
    [
        ("bin/", "usr/bin/"), ("sbin/", "usr/sbin/"), ("lib/", "usr/lib/"), ("lib64/", "usr/lib64/"), ("usr/tmp/", "var/tmp/"), ("var/lock/", "run/lock/"), ("var/mail/", "var/spool/mail/"),
    ];

    /// <summary>Links that a base for bootc makes besides; /opt is a folder on some.</summary>
    private static readonly (string Folder, string Target)[] BaseLinks =
        [("home/", "var/home/"), ("root/", "var/roothome/"), ("srv/", "var/srv/"), ("mnt/", "var/mnt/")];

    /// <summary>The first release of Fedora in which /usr/sbin is a link.</summary>
    private const int MergedPrograms = 42;

    /// <summary>What is wrong with a file at this path of the image, without a leading slash; null where nothing is.</summary>
    internal static string? Problem(ImageDesign design, string path) =>
        Array.Find(Forbidden, each => path.StartsWith(each.Folder, StringComparison.Ordinal)) is { Folder: not null } forbidden ? forbidden.Why
        : LinkOf(design, path) is { Folder: not null } link
            ? $"/{link.Folder.TrimEnd('/')} is a link to /{link.Target.TrimEnd('/')} in the base, and COPY puts a folder with the new files alone in its place.{Loss(link.Folder)} Put the file below overlay/{link.Target.TrimEnd('/')}."
        : null;

    private static string Loss(string folder) => folder is "bin/" or "sbin/" or "lib/" or "lib64/" or "usr/sbin/" ? " Every program behind the link is gone, so the next step of the build ends." : " What belongs behind the link is then elsewhere.";

    private static (string Folder, string Target) LinkOf(ImageDesign design, string path) =>
        Array.Find(Links, each => path.StartsWith(each.Folder, StringComparison.Ordinal)) is { Folder: not null } link ? (link.Folder, link.Folder is "sbin/" && HasMergedPrograms(design) ? "usr/bin/" : link.Target)
        : (design.HasSmallBase() || design.IsAtomicDesktop()) && Array.Find(BaseLinks, each => path.StartsWith(each.Folder, StringComparison.Ordinal)) is { Folder: not null } own ? own
        : HasMergedPrograms(design) && path.StartsWith("usr/sbin/", StringComparison.Ordinal) ? ("usr/sbin/", "usr/bin/")
        : default;

    private static bool HasMergedPrograms(ImageDesign design) => design.FedoraRelease() >= MergedPrograms;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var file in input.Content.Below(DesignContent.OverlayFolder))
        {
            var path = file.Path[DesignContent.OverlayFolder.Length..];
            if (Problem(input.Design, path) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
        }
    }
}
