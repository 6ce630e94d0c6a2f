using Veilor.Designer.Core.Checking.BuilderConfig.Decoding;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// Where files and directories may be put, and that they do not stand in each other's way.
/// Source: osbuild/blueprint fsnode_customizations.go; osbuild/image-builder pkg/policies.
/// </summary>
internal static class FileRules
{
    private static readonly PathPolicy Directories = new(("/", PathPermission.Denied), ("/etc", PathPermission.Allowed));

    private static readonly PathPolicy Files = new(
        ("/", PathPermission.Denied),
        ("/etc", PathPermission.Allowed),
        ("/root", PathPermission.Allowed),
        ("/usr/local/bin", PathPermission.Allowed),
        ("/usr/local/sbin", PathPermission.Allowed),
        ("/etc/fstab", PathPermission.Denied),
        ("/etc/shadow", PathPermission.Denied),
        ("/etc/passwd", PathPermission.Denied),
        ("/etc/group", PathPermission.Denied));

    /// <exception cref="ConfigErrorException">Two paths collide, or a path is not allowed.</exception>
    public static void Check(ConfigTable? customizations)
    {
        var directories = Entries(customizations, "directories");
        var files = Entries(customizations, "files");
        RefuseDuplicates([.. directories, .. files]);
        RefuseFilesAsParents(directories, files);
        RefuseForbidden(directories, Directories, "directories");
        RefuseForbidden(files, Files, "files");
    }

    private static List<ConfigEntry> Entries(ConfigTable? customizations, string name) =>
        [.. customizations.TablesAt(name).Select(t => t.At("path")).OfType<ConfigEntry>()];

    private static string PathOf(ConfigEntry entry) => (string)((ConfigScalar)entry.Value).Value!;

    private static void RefuseDuplicates(List<ConfigEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var again = entries.Where(e => !seen.Add(PathOf(e))).ToList();
        if (again.Count > 0)
        {
            throw new ConfigErrorException(
                $"duplicate files / directory customization paths: [{string.Join(' ', again.Select(PathOf))}]",
                again[0].Line,
                again[0].Column);
        }
    }

    private static void RefuseFilesAsParents(List<ConfigEntry> directories, List<ConfigEntry> files)
    {
        var filePaths = files.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var below = new List<ConfigEntry>();
        foreach (var entry in directories.Concat(files).OrderByDescending(e => PathOf(e).Count(c => c == '/')))
        {
            if (visited.Contains(PathOf(entry)))
            {
                continue;
            }

            for (var parent = UnixPath.Parent(PathOf(entry)); parent != "/" && visited.Add(parent); parent = UnixPath.Parent(parent))
            {
                if (filePaths.Contains(parent))
                {
                    below.Add(entry);
                }
            }

            visited.Add(PathOf(entry));
        }

        if (below.Count > 0)
        {
            throw new ConfigErrorException(
                $"the following filesystem nodes are parents of another node and are not directories: [{string.Join(' ', below.Select(PathOf))}]",
                below[0].Line,
                below[0].Column);
        }
    }

    private static void RefuseForbidden(List<ConfigEntry> entries, PathPolicy policy, string what)
    {
        var refused = entries.Where(e => policy.Check(PathOf(e)) is not null).ToList();
        if (refused.Count > 0)
        {
            throw new ConfigErrorException(
                $"the following custom {what} are not allowed: [{string.Join(' ', refused.Select(e => GoText.QuoteAscii(PathOf(e))))}]",
                refused[0].Line,
                refused[0].Column);
        }
    }
}
