using System.Text;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Workspace;

/// <summary>Lays a new design down: its <c>design.toml</c>, its files, and the template it comes from.</summary>
public static class NewDesignFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="folder">The folder; it is made, for its owner only.</param>
    /// <param name="design">The design.</param>
    /// <param name="content">The files.</param>
    /// <param name="template">The template, or null.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it.</exception>
    public static void Write(string folder, ImageDesign design, DesignContent content, string? template)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        foreach (var file in content.Files)
        {
            Copy(file.ToBundleEntry(), folder);
        }

        if (template is not null)
        {
            DesignOrigin.Write(folder, template);
        }

        var text = DesignToml.ToText(design);
        AtomicFile.Replace(Path.Combine(folder, DesignToml.FileName), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static void Copy(BundleEntry entry, string folder)
    {
        var target = Path.Combine(folder, entry.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var source = entry.Open();
        using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        File.SetUnixFileMode(stream.SafeFileHandle, FileModes.Of(entry.IsExecutable));
        source.CopyTo(stream);
    }
}
