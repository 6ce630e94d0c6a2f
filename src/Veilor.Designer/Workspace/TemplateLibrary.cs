using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Workspace;

/// <summary>The templates that the product ships: each folder of <c>content/templates/</c> that holds a <c>design.toml</c>.</summary>
public sealed class TemplateLibrary(ContentRoot root, DesignFolderReader reader)
{
    /// <summary>Every template, by name.</summary>
    public IReadOnlyList<TemplateEntry> List() =>
        Directory.Exists(root.Templates)
            ? [.. Directory.EnumerateDirectories(root.Templates)
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)
                .Select(Find)
                .OfType<TemplateEntry>()]
            : [];

    /// <summary>The template with this name, or null.</summary>
    public TemplateEntry? Find(string name)
    {
        if (!DesignSlug.IsValid(name))
        {
            return null;
        }

        var folder = Path.Combine(root.Templates, name);
        return File.Exists(Path.Combine(folder, DesignToml.FileName)) ? new TemplateEntry(name, reader.Read(folder)) : null;
    }
}
