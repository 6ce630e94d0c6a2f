using System.Text;

namespace Veilor.Designer.Core.Bundles;

/// <summary>
/// The list of its own files that a bundle carries. It marks a folder as an export, and tells the next export into it
/// which files are the bundle's to replace and remove, and which are a person's own.
/// </summary>
public static class BundleList
{
    public const string Path = ".veilor-bundle";

    private const string FirstLine = "# The files of this bundle, as Veilor Designer wrote them. The next export replaces these and no others.";

    /// <summary>The list as a file of the bundle.</summary>
    /// <param name="paths">Every other path in the bundle.</param>
    public static BundleEntry ToEntry(IEnumerable<string> paths)
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            text.Append(path).Append('\n');
        }

        return BundleEntry.FromBytes(Path, isExecutable: false, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads a list.</summary>
    /// <returns>The paths; null when the text is no list or names a path that leaves the bundle.</returns>
    public static IReadOnlyList<string>? Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines[0] == FirstLine && lines[1..].All(BundlePath.IsSafe) ? lines[1..] : null;
    }
}
