using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// Which mount points <c>customizations.filesystem</c> may name.
/// Source: osbuild/image-builder, pkg/distro/generic/bootc_imagetype.go.
/// </summary>
internal static class FilesystemRules
{
    private static readonly PathPolicy Usual = new(
        ("/", PathPermission.Exact),
        ("/boot", PathPermission.Exact),
        ("/var", PathPermission.Allowed),
        ("/var/home", PathPermission.Denied),
        ("/var/lock", PathPermission.Denied),
        ("/var/mail", PathPermission.Denied),
        ("/var/mnt", PathPermission.Denied),
        ("/var/roothome", PathPermission.Denied),
        ("/var/run", PathPermission.Denied),
        ("/var/srv", PathPermission.Denied),
        ("/var/usrlocal", PathPermission.Denied));

    private static readonly PathPolicy ForBtrfs = new(("/", PathPermission.Exact), ("/boot", PathPermission.Exact));

    /// <exception cref="ConfigErrorException">A mount point is refused.</exception>
    public static void Check(ConfigTable? customizations, string? rootfs)
    {
        var policy = rootfs == "btrfs" ? ForBtrfs : Usual;
        var problems = new List<string>();
        ConfigValue? first = null;
        foreach (var filesystem in customizations.TablesAt("filesystem"))
        {
            var mountpoint = filesystem.TextAt("mountpoint");
            var found = new List<string>();
            if (policy.Check(mountpoint) is { } problem)
            {
                found.Add(problem);
            }

            if (mountpoint == "/var")
            {
                found.Add("path \"/var\" is not allowed");
            }

            if (found.Count > 0)
            {
                first ??= filesystem.At("mountpoint")!.Value;
                problems.AddRange(found);
            }
        }

        if (first is not null)
        {
            throw new ConfigErrorException(
                $"the following errors occurred while validating custom mountpoints:\n{string.Join('\n', problems)}",
                first.Line,
                first.Column);
        }
    }
}
