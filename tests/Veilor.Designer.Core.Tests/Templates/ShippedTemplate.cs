using System.Runtime.CompilerServices;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>A template as the repository ships it, with the content that it takes in.</summary>
internal static class ShippedTemplate
{
    private static readonly string[] ContentFolders = ["overlay", "assets", "scripts"];

    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The names of all templates.</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetFiles(Path.Combine(RepositoryRoot, "templates"), DesignToml.FileName, SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(RepositoryRoot, "templates", name, DesignToml.FileName));

    public static ImageDesign Design(string name)
    {
        var result = DesignToml.Read(Text(name));
        return result.Design ?? throw new InvalidOperationException($"{name}: {string.Join('\n', result.Problems)}");
    }

    public static CompiledDesign Compile(string name)
    {
        var design = Design(name);
        return DesignCompiler.Compile(design, Content(design));
    }

    public static DesignContent Content(ImageDesign design)
    {
        if (design.Overlay.From is null)
        {
            return DesignContent.Empty;
        }

        var files = new List<ContentFile>();
        foreach (var path in ContentFolders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot, folder), "*", SearchOption.AllDirectories)))
        {
            var isExecutable = File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
            files.Add(new ContentFile(Path.GetRelativePath(RepositoryRoot, path), isExecutable, new FileInfo(path).Length, () => File.OpenRead(path)));
        }

        return new DesignContent(files);
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
