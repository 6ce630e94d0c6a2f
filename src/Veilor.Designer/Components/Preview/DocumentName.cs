using Veilor.Designer.Core.Compilation;

namespace Veilor.Designer.Components.Preview;

/// <summary>How paths of a bundle are shown where there is little room.</summary>
public static class DocumentName
{
    /// <summary>Enough for a word, an architecture and the extension: <c>-x86_64.toml</c>.</summary>
    private const int KeptCharacters = 12;

    /// <summary>The file's own name.</summary>
    public static string Of(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The end of a long name, which tells files of one kind apart and is never cut.</summary>
    public static string End(string name) => name[^Math.Min(name.Length, KeptCharacters)..];

    /// <summary>What stands before <see cref="End"/>; it is cut where there is no room.</summary>
    public static string Start(string name) => name[..^Math.Min(name.Length, KeptCharacters)];

    /// <summary>The folders before it, with a slash at the end; empty at the top.</summary>
    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>The name on a tab: with its folder where another document has the same name.</summary>
    public static string OnTab(string path, CompiledDesign compiled)
    {
        var name = Of(path);
        if (compiled.Documents.Count(document => string.Equals(Of(document.Path), name, StringComparison.Ordinal)) == 1)
        {
            return name;
        }

        var folder = FolderOf(path).TrimEnd('/');
        return folder.Length == 0 ? name : $"{Of(folder)}/{name}";
    }
}
