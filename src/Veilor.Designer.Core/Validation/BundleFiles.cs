using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Validation;

/// <summary>What the bundle carries into the build, which is what COPY, ADD and bind mounts can read.</summary>
internal static class BundleFiles
{
    /// <summary>What .containerignore keeps from the build is not here.</summary>
    private static readonly string[] Documents =
    [
        BundlePaths.Containerfile, BundlePaths.ContainerIgnore, BundlePaths.GitIgnore, BundlePaths.Readme, BundlePaths.Design, "build", "kickstart", "test", "docs", ".github",
    ];

    /// <summary>
    /// True when the source can be read, or when nobody can tell: it has a variable or a pattern. The builder takes two
    /// dots at the top for the top, and a leading slash for the bundle (tried with buildah 1.28).
    /// </summary>
    public static bool Has(RuleInput input, string source)
    {
        if (source.AsSpan().ContainsAny("$*?[\\"))
        {
            return true;
        }

        var segments = new List<string>();
        foreach (var segment in source.Split('/'))
        {
            if (segment is "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment is not "" and not ".")
            {
                segments.Add(segment);
            }
        }

        var path = string.Join('/', segments);
        return segments switch
        {
            [] => true,
            ["overlay" or "assets" or "scripts", ..] => input.Content.Contains(path) || input.Content.Below(path + "/").Any(),
            ["rootfs"] => true,
            ["rootfs", ..] => GeneratedSettings.Paths(input).Any(each => IsIn(each, path)),
            [var top, ..] => Array.IndexOf(Documents, top) >= 0,
        };
    }

    private static bool IsIn(string file, string path) =>
        file.StartsWith(path, StringComparison.Ordinal) && (file.Length == path.Length || file[path.Length] == '/');
}
