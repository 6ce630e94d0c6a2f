namespace Veilor.Designer.Workspace;

/// <summary>
/// The folder of what the product ships as content: <c>templates/</c>, <c>overlay/</c>, <c>assets/</c>,
/// <c>scripts/</c> and <c>docs/</c>. It is only read.
/// </summary>
public sealed class ContentRoot(string path)
{
    private const string FolderName = "content";

    /// <summary>The absolute path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Templates => System.IO.Path.Combine(Path, "templates");

    public string Docs => System.IO.Path.Combine(Path, "docs");

    /// <summary>The folder that the build puts beside the executable, so that it is found from any working directory.</summary>
    public static ContentRoot BesideExecutable() => new(System.IO.Path.Combine(AppContext.BaseDirectory, FolderName));
}
