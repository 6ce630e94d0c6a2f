using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Validation;

/// <summary>The files of the overlay that bootc install reads (bootc-install-config(5)).</summary>
internal static class InstallConfigs
{
    /// <summary>Those that end with .toml, with their path in the image.</summary>
    public static IEnumerable<(string Path, ContentFile File)> Files(DesignContent content) =>
        OverlayFiles.Below(content, "usr/lib/bootc/install/", "usr/local/lib/bootc/install/", "etc/bootc/install/").Where(each => each.Path.EndsWith(".toml", StringComparison.Ordinal));

    /// <summary>Those that are TOML, parsed.</summary>
    public static IEnumerable<(string Path, TomlNode Root)> Of(DesignContent content) =>
        from each in Files(content)
        let root = TomlTree.Parse(each.File.ReadableText(), out _)
        where root is not null
        select (each.Path, root);
}
