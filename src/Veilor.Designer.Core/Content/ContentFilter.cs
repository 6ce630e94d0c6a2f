namespace Veilor.Designer.Core.Content;

/// <summary>
/// Which files of a content set a template takes in: the text of its <c>content.txt</c>. A line is a path, which stands for
/// itself and for all below it. A line that begins with <c>!</c> takes what it names out again; <c>#</c> starts a comment.
/// The longest path that fits a file decides, whatever the order of the lines.
/// </summary>
/// <remarks>A list that only takes out begins with the folders that it keeps: what nothing names stays out, so that a new file never lands in an image by accident.</remarks>
public sealed class ContentFilter
{
    /// <summary>The name of the list beside a template's <c>design.toml</c>.</summary>
    public const string FileName = "content.txt";

    private readonly List<(string Path, bool IsTaken)> _entries = [];

    private ContentFilter()
    {
    }

    /// <summary>The paths that the list names, without the marks; for a check that each of them still exists.</summary>
    public IEnumerable<string> Paths => _entries.Select(entry => entry.Path);

    /// <summary>Reads the text of a list; there is no wrong one.</summary>
    public static ContentFilter Parse(string text)
    {
        var filter = new ContentFilter();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != '#')
            {
                filter._entries.Add((line.TrimStart('!').TrimEnd('/'), line[0] != '!'));
            }
        }

        return filter;
    }

    /// <summary>Whether the template takes the file in.</summary>
    /// <param name="path">The path in the bundle, such as <c>overlay/etc/motd</c>.</param>
    public bool Takes(string path)
    {
        var longest = -1;
        var isTaken = false;
        foreach (var entry in _entries)
        {
            if (entry.Path.Length > longest && IsBelow(path, entry.Path))
            {
                (longest, isTaken) = (entry.Path.Length, entry.IsTaken);
            }
        }

        return isTaken;
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
