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

    public static string Readme(string name) => File.ReadAllText(Path.Combine(Folder(name), "README.md"));

    public static CompiledDesign Compile(string name) => DesignCompiler.Compile(Design(name), Content(name));

    /// <summary>The template's own files over those of the set that it names.</summary>
    public static DesignContent Content(string name)
    {
        var files = Files(Folder(name)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (Design(name).Overlay.From is not null)
        {
            var filter = Filter(name);
            foreach (var file in Files(RepositoryRoot).Where(file => filter?.Takes(file.Path) is not false))
            {
                files.TryAdd(file.Path, file);
            }
        }

        return new DesignContent(files.Values);
    }

    /// <summary>The template's list of what it takes in; null for one that takes all.</summary>
    public static ContentFilter? Filter(string name) =>
        File.Exists(Path.Combine(Folder(name), ContentFilter.FileName)) ? ContentFilter.Parse(File.ReadAllText(Path.Combine(Folder(name), ContentFilter.FileName))) : null;

    public static string Folder(string name) => Path.Combine(RepositoryRoot, "templates", name);

    private static IEnumerable<ContentFile> Files(string root)
    {
        foreach (var path in ContentFolders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            var isExecutable = File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
            yield return new ContentFile(Path.GetRelativePath(root, path), isExecutable, new FileInfo(path).Length, () => File.OpenRead(path));
        }
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
