using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Benchmarks.Designs;

/// <summary>A design to measure with: the value and the files beside it.</summary>
public sealed record BenchmarkDesign(string Name, ImageDesign Design, DesignContent Content)
{
    /// <summary>The template veilor-os as it is shipped, with its overlay, assets and scripts.</summary>
    public static BenchmarkDesign VeilorOs()
    {
        var root = new ContentRoot(Repository.Root);
        var template = new TemplateLibrary(root, new DesignFolderReader(new ContentSets(root))).Find("veilor-os")
            ?? throw new InvalidOperationException("The template veilor-os is missing.");
        return new BenchmarkDesign("veilor-os", template.Folder.Design!, template.Folder.Content.Content);
    }

    /// <summary>The design that people would call large; see <see cref="LargeDesign"/>.</summary>
    public static BenchmarkDesign Large() => new("large", LargeDesign.Design(), new DesignContent(LargeDesign.Files()));

    /// <summary>Writes the design folder, as the product keeps it in a workspace.</summary>
    /// <param name="workspace">The workspace; <c>designs/NAME</c> is made below it.</param>
    /// <returns>The path of the folder.</returns>
    public string WriteTo(string workspace)
    {
        var folder = Path.Combine(workspace, "designs", Name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, DesignToml.FileName), DesignToml.ToText(Design));
        foreach (var file in Content.Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var source = file.ToBundleEntry().Open();
            using var target = File.Create(path);
            source.CopyTo(target);
            if (file.IsExecutable)
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
            }
        }

        return folder;
    }
}
