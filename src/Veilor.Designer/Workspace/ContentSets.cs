using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Workspace;

/// <summary>The files that the product ships for its templates: what <c>overlay.from</c> names.</summary>
public sealed class ContentSets(ContentRoot root)
{
    private const string Known = "veilor-os";

    /// <summary>What is said about a name that is no set; empty for a known one.</summary>
    public static string Problem(VolumeName name) =>
        string.Equals(name.ToString(), Known, StringComparison.Ordinal)
            ? ""
            : $"overlay.from: '{name}' is not a content set of this program; the one there is is '{Known}'";

    /// <summary>Reads the set for a template.</summary>
    /// <param name="templateFolder">The folder that may hold a list (<see cref="ContentFilter"/>), which narrows the set.</param>
    /// <exception cref="IOException">The list cannot be read.</exception>
    public ContentReading Load(string templateFolder)
    {
        var list = Path.Combine(templateFolder, ContentFilter.FileName);
        return File.Exists(list)
            ? ContentLoader.Load(root.Path, isIncluded: ContentFilter.Parse(File.ReadAllText(list)).Takes)
            : ContentLoader.Load(root.Path);
    }
}
