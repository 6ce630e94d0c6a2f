using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint: var-run and etc-usretc are fatal, the others are emptied or hidden on a machine.</summary>
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

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var file in input.Content.Below(DesignContent.OverlayFolder))
        {
            var path = file.Path[DesignContent.OverlayFolder.Length..];
            var match = Array.Find(Forbidden, each => path.StartsWith(each.Folder, StringComparison.Ordinal));
            if (match.Folder is not null)
            {
                yield return ReportFile(path, $"overlay/{path}: {match.Why}");
            }
        }
    }
}
