namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Where a mount point really is on a bootc system, whose top-level data folders are links into <c>/var</c> (bootc, filesystem.md).</summary>
internal static class BootcMountPoints
{
    private static readonly (string Link, string Target)[] Links =
    [
        ("/home", "/var/home"), ("/root", "/var/roothome"), ("/srv", "/var/srv"), ("/mnt", "/var/mnt"), ("/opt", "/var/opt"),
    ];

    /// <summary>The mount point with a leading link replaced by what it points to.</summary>
    public static string OnDisk(string mountPoint)
    {
        foreach (var (link, target) in Links)
        {
            if (string.Equals(mountPoint, link, StringComparison.Ordinal))
            {
                return target;
            }

            if (mountPoint.StartsWith(link + "/", StringComparison.Ordinal))
            {
                return target + mountPoint[link.Length..];
            }
        }

        return mountPoint;
    }
}
