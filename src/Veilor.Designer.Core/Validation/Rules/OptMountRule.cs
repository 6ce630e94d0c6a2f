using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/opt is a folder of the image on fedora-bootc and a link to /var/opt on the atomic desktops (bootc, filesystem.md).</summary>
public sealed class OptMountRule() : DesignRule("VD3022", DiagnosticSeverity.Warning, "The mount hides what the image has in /opt")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.LinksOpt())
        {
            yield break;
        }

        foreach (var mount in StorageFacts.MountPoints(input.Design.Storage))
        {
            var path = mount.MountPoint.ToString();
            if (string.Equals(path, "/opt", StringComparison.Ordinal) || path.StartsWith("/opt/", StringComparison.Ordinal))
            {
                yield return Report(mount.Path.Member("mount_point"), $"On this base /opt is a folder of the image, read-only and updated with it. A disk image would mount /var{path}, an installer {path}. Write /var{path}, and link to it where a program needs it.", $"Mount it at /var{path}", design => StorageFacts.Remount(design, mount.MountPoint, MountPoint.Parse("/var" + path)));
            }
        }
    }
}
