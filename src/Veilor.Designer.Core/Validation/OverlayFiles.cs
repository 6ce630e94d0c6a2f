using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>The overlay as rules look at it.</summary>
internal static class OverlayFiles
{
    private static readonly string[] UnitTypes = [".service", ".timer", ".socket", ".path", ".mount", ".target"];

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, ContentFile File)>> Files = new(content =>
        [.. content.Below(DesignContent.OverlayFolder).Select(file => (file.Path[DesignContent.OverlayFolder.Length..], file))]);

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, UnitFile Unit)>> UnitFiles = new(content =>
        [.. Below(content, "usr/lib/systemd/system/", "usr/local/lib/systemd/system/", "etc/systemd/system/")
            .Where(each => Array.Exists(UnitTypes, type => each.Path.EndsWith(type, StringComparison.Ordinal)) && each.File.Length > 0)
            .Select(each => (each.Path, UnitFile.Parse(each.File.ReadableText())))]);

    /// <summary>The files with their path in the image, without a leading slash.</summary>
    public static IReadOnlyList<(string Path, ContentFile File)> All(DesignContent content) => Files.Of(content);

    /// <summary>The files in this folder of the image; it ends with a slash.</summary>
    public static IEnumerable<(string Path, ContentFile File)> Below(DesignContent content, params string[] folders) =>
        All(content).Where(each => Array.Exists(folders, folder => each.Path.StartsWith(folder, StringComparison.Ordinal)));

    /// <summary>True when the overlay has the file, by its path in the image without a leading slash.</summary>
    public static bool Has(DesignContent content, string path) => content.Contains(DesignContent.OverlayFolder + path);

    /// <summary>The systemd units of the system that the overlay brings, without drop-ins.</summary>
    public static IReadOnlyList<(string Path, UnitFile Unit)> Units(DesignContent content) => UnitFiles.Of(content);

    /// <summary>What the overlay adds to units of the system.</summary>
    public static IEnumerable<(string Path, UnitFile Unit)> DropIns(DesignContent content) =>
        Below(content, "usr/lib/systemd/system/", "usr/local/lib/systemd/system/", "etc/systemd/system/")
            .Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal) && each.Path.Contains(".d/", StringComparison.Ordinal))
            .Select(each => (each.Path, UnitFile.Parse(each.File.ReadableText())));

    /// <summary>The unit with this name, or null when the overlay brings none.</summary>
    public static UnitFile? Unit(DesignContent content, string name) =>
        (content.Find(DesignContent.OverlayFolder + "etc/systemd/system/" + name) ?? content.Find(DesignContent.OverlayFolder + "usr/lib/systemd/system/" + name)) is { } file
            ? UnitFile.Parse(file.ReadableText())
            : null;

    /// <summary>The lines that are neither empty nor a comment.</summary>
    public static IEnumerable<string> Lines(ContentFile file) =>
        file.ReadableText().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';'));
}
