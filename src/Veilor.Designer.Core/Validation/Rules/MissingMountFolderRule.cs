using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The root is read-only composefs, so a folder at the top that the image lacks cannot be made at boot (bootc, filesystem.md).</summary>
public sealed class MissingMountFolderRule() : DesignRule("VD3023", DiagnosticSeverity.Warning, "The image has no folder to mount at")
{
    private static readonly string[] Known = ["boot", "var", "home", "root", "srv", "mnt", "opt", "media", "usr", "etc", "run", "tmp", "sysroot", "ostree", "proc", "sys", "dev", "bin", "sbin", "lib", "lib64", "lost+found"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var mount in StorageFacts.MountPoints(input.Design.Storage).Where(mount => !mount.MountPoint.IsRoot))
        {
            var path = mount.MountPoint.ToString();
            var top = path.Split('/')[1];
            if (Array.IndexOf(Known, top) < 0 && !IsMade(input, path))
            {
                yield return Report(mount.Path.Member("mount_point"), $"The root of a machine is read-only, and nothing in the image makes the folder {path}: the mount fails, and the start with it. Mount it below /var, or add RUN mkdir -p {path} to your lines.", $"Mount it at /var{path}", design => StorageFacts.Remount(design, mount.MountPoint, MountPoint.Parse("/var" + path)));
            }
        }
    }

    private static bool IsMade(RuleInput input, string path) =>
        OverlayFiles.Below(input.Content, path[1..] + "/").Any()
        || BuildCommands.Of(input).Any(command => command.Program is "mkdir" or "install" && command.Words.Any(word => string.Equals(word.TrimEnd('/'), path, StringComparison.Ordinal)));
}
