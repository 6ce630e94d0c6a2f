using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Workspace;

/// <summary>A template: a starting point that the product ships.</summary>
/// <param name="Name">The name of its folder; what the command line calls it.</param>
/// <param name="Folder">The template's design and files as they were read.</param>
public sealed record TemplateEntry(string Name, DesignFolder Folder)
{
    /// <summary>The name people read.</summary>
    public string Title => Folder.Design?.DisplayTitle() ?? Name;

    /// <summary>What it is for, in a sentence.</summary>
    public string Description => Folder.Design?.Image.Description ?? "";
}
