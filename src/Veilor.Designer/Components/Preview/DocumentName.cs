namespace Veilor.Designer.Components.Preview;

/// <summary>How paths of a bundle are shown where there is little room.</summary>
public static class DocumentName
{
    /// <summary>The file's own name.</summary>
    public static string Of(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The folders before it, with a slash at the end; empty at the top.</summary>
    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
