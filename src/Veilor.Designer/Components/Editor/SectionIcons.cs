using MudBlazor;

namespace Veilor.Designer.Components.Editor;

/// <summary>The icon of each section.</summary>
public static class SectionIcons
{
    private static readonly Dictionary<string, string> BySection = new(StringComparer.Ordinal)
    {
        ["image"] = Icons.Material.Outlined.Layers,
        ["packages"] = Icons.Material.Outlined.Inventory2,
        ["kernel"] = Icons.Material.Outlined.Shield,
        ["services"] = Icons.Material.Outlined.PlayCircle,
        ["users"] = Icons.Material.Outlined.Group,
        ["system"] = Icons.Material.Outlined.Computer,
        ["storage"] = Icons.Material.Outlined.Storage,
        ["branding"] = Icons.Material.Outlined.Palette,
        ["overlay"] = Icons.Material.Outlined.FolderCopy,
        ["scripts"] = Icons.Material.Outlined.Terminal,
        ["installer"] = Icons.Material.Outlined.InstallDesktop,
        ["outputs"] = Icons.Material.Outlined.Album,
        ["publish"] = Icons.Material.Outlined.CloudUpload,
        ["workflow"] = Icons.Material.Outlined.AccountTree,
        ["extra"] = Icons.Material.Outlined.Code,
    };

    public static string Of(string section) => BySection.GetValueOrDefault(section, Icons.Material.Outlined.Tune);
}
