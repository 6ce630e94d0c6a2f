using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Workspace;

/// <summary>The files that the product ships for its templates: what <c>overlay.from</c> names.</summary>
public sealed class ContentSets(ContentRoot root)
{
    /// <summary>A list beside a template's <c>design.toml</c> that narrows its set: one path prefix a line, <c>#</c> starts a comment.</summary>
    public const string IncludeFileName = "content.txt";

    private const string Known = "veilor-os";

    /// <summary>What is said about a name that is no set; empty for a known one.</summary>
    public static string Problem(VolumeName name) =>
        string.Equals(name.ToString(), Known, StringComparison.Ordinal)
            ? ""
            : $"overlay.from: '{name}' is not a content set of this program; the one there is is '{Known}'";

    /// <summary>Reads the set for a template.</summary>
    /// <param name="templateFolder">The folder that may hold the include list.</param>
    /// <exception cref="IOException">The include list cannot be read.</exception>
    public ContentReading Load(string templateFolder)
    {
        var list = Path.Combine(templateFolder, IncludeFileName);
        if (!File.Exists(list))
        {
            return ContentLoader.Load(root.Path);
        }

        var prefixes = File.ReadLines(list).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        return ContentLoader.Load(root.Path, isIncluded: path => Array.Exists(prefixes, prefix => IsBelow(path, prefix)));
    }

    private static bool IsBelow(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal)
        && (path.Length == prefix.Length || prefix.EndsWith('/') || path[prefix.Length] == '/');
}
