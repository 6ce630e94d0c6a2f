using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders do not check mount points for bootc, and a machine with a file system there does not start (formats, 1.3).</summary>
public sealed class ReservedMountRule() : DesignRule("VD3004", DiagnosticSeverity.Error, "The mount point belongs to the system")
{
    private static readonly string[] Reserved = ["/usr", "/etc", "/sysroot", "/ostree", "/proc", "/sys", "/dev", "/run", "/tmp", "/bin", "/sbin", "/lib", "/lib64", "/var/run", "/var/lock", "/media", "/lost+found"];

    /// <summary>Links of the image; systemd mounts nothing at a path that leads through one (systemd.mount(5), Where=).</summary>
    private static readonly (string Link, string Target)[] Links =
    [
        ("/var/mail", "/var/spool/mail"), ("/var/lib/rpm", "the package database below /usr"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var mount in StorageFacts.MountPoints(input.Design.Storage))
        {
            var path = mount.MountPoint.ToString();
            if (path.StartsWith("/boot/", StringComparison.Ordinal) && !string.Equals(path, "/boot/efi", StringComparison.Ordinal))
            {
                yield return Report(mount.Path.Member("mount_point"), $"Below /boot only the EFI partition is mounted, at /boot/efi; {path} belongs to the boot loader.");
            }

            var reserved = Array.Find(Reserved, folder => string.Equals(path, folder, StringComparison.Ordinal) || path.StartsWith(folder + "/", StringComparison.Ordinal));
            var (link, target) = Array.Find(Links, each => string.Equals(path, each.Link, StringComparison.Ordinal) || path.StartsWith(each.Link + "/", StringComparison.Ordinal));
            if (link is not null)
            {
                yield return Report(mount.Path.Member("mount_point"), $"{link} is a link to {target}, and systemd mounts nothing at a link: the start would end in a rescue shell. {(target[0] == '/' ? $"Mount it at {target}" : "Leave it to the image")}.");
            }

            if (reserved is not null)
            {
                yield return Report(mount.Path.Member("mount_point"), $"{reserved} is part of the image or made at boot, so nothing may be mounted at {path}. Use /, /boot, /home, /var or a folder below /var.");
            }
        }
    }
}
