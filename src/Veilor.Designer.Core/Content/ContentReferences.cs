using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Content;

/// <summary>What a design says about its files by their paths, followed when a file goes or moves.</summary>
public static class ContentReferences
{
    /// <summary>The design without what it says about these files.</summary>
    /// <param name="design">The design.</param>
    /// <param name="paths">Paths in the bundle, such as <c>overlay/etc/motd</c>.</param>
    public static ImageDesign WithoutFiles(this ImageDesign design, IReadOnlySet<string> paths) =>
        design.Map(path => paths.Contains(path) ? null : path);

    /// <summary>The design that says about the new paths what it said about the old ones.</summary>
    /// <param name="design">The design.</param>
    /// <param name="moves">New paths in the bundle by the old ones. What leaves its folder is no longer spoken of.</param>
    public static ImageDesign WithMovedFiles(this ImageDesign design, IReadOnlyDictionary<string, string> moves) =>
        design.Map(path => moves.GetValueOrDefault(path, path));

    private static ImageDesign Map(this ImageDesign design, Func<string, string?> map)
    {
        var overlay = design.Overlay;
        var permissions = overlay.Permissions
            .Select(each => (Row: each, Path: Map(DesignContent.OverlayFolder, each.Path, map)))
            .Where(each => each.Path is not null)
            .Select(each => each.Path == each.Row.Path ? each.Row : each.Row with { Path = each.Path! })
            .ToEquatableArray();
        var exclude = Map(DesignContent.OverlayFolder, overlay.Exclude, map);
        var scripts = new ScriptsSection
        {
            BeforePackages = Map(DesignContent.ScriptsFolder, design.Scripts.BeforePackages, map),
            Run = Map(DesignContent.ScriptsFolder, design.Scripts.Run, map),
            FirstBoot = Map(DesignContent.ScriptsFolder, design.Scripts.FirstBoot, map),
        };
        return design with
        {
            Overlay = permissions == overlay.Permissions && exclude == overlay.Exclude
                ? overlay
                : overlay with { Permissions = permissions, Exclude = exclude },
            Scripts = scripts == design.Scripts ? design.Scripts : scripts,
        };
    }

    private static EquatableArray<RelativePath> Map(string top, EquatableArray<RelativePath> paths, Func<string, string?> map) =>
        paths.Select(path => Map(top, path, map)).OfType<RelativePath>().ToEquatableArray();

    private static RelativePath? Map(string top, RelativePath path, Func<string, string?> map) =>
        map(top + path) is { } mapped && mapped.StartsWith(top, StringComparison.Ordinal) && RelativePath.TryParse(mapped[top.Length..], out var relative, out _)
            ? relative
            : null;
}
