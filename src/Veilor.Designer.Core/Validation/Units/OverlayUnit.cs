using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>A unit file of the overlay, with what drop-ins of the overlay add to it.</summary>
/// <param name="Path">The path in the image, without a leading slash.</param>
/// <param name="Name">The unit's name.</param>
/// <param name="IsEmpty">True for a file without a byte, which masks the unit (systemd.unit(5)).</param>
/// <param name="Unit">The settings, those of drop-ins last.</param>
internal sealed record OverlayUnit(string Path, string Name, bool IsEmpty, UnitFile Unit)
{
    private static readonly string[] Folders = ["usr/lib/systemd/system/", "usr/local/lib/systemd/system/", "etc/systemd/system/"];

    private static readonly string[] UserFolders = ["usr/lib/systemd/user/", "etc/systemd/user/"];

    private static readonly string[] Types = ["service", "socket", "timer", "path", "mount", "automount", "swap", "target", "slice"];

    private static readonly Remembered<DesignContent, IReadOnlyList<OverlayUnit>> Known = new(content => [.. Read(content, Folders)]);

    private static readonly Remembered<DesignContent, IReadOnlyList<OverlayUnit>> KnownOfUsers = new(content => [.. Read(content, UserFolders)]);

    private static readonly Remembered<DesignContent, IReadOnlyList<(string Path, string Unit, UnitFile File)>> KnownDropIns = new(content =>
        [.. OverlayFiles.DropIns(content).Where(each => Folder(each.Path) is not null).Select(each => (each.Path, Owner(each.Path), each.Unit)).Where(each => TypeOf(each.Item2) is not null)]);

    /// <summary>What stands behind the last dot, such as service.</summary>
    public string Type => TypeOf(Name)!;

    /// <summary>Every unit file of the system that the overlay brings.</summary>
    public static IReadOnlyList<OverlayUnit> All(DesignContent content) => Known.Of(content);

    /// <summary>Every unit file of people's own service managers.</summary>
    public static IReadOnlyList<OverlayUnit> OfUsers(DesignContent content) => KnownOfUsers.Of(content);

    /// <summary>Every drop-in of the system, with the unit that it adds to.</summary>
    public static IReadOnlyList<(string Path, string Unit, UnitFile File)> DropIns(DesignContent content) => KnownDropIns.Of(content);

    /// <summary>The unit of this name, or the template that it is an instance of; the one in /etc before the others.</summary>
    public static OverlayUnit? Find(DesignContent content, string name)
    {
        var at = name.IndexOf('@', StringComparison.Ordinal);
        var template = at < 0 ? name : string.Concat(name.AsSpan(0, at + 1), name.AsSpan(name.LastIndexOf('.')));
        return All(content).LastOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal)) ?? All(content).LastOrDefault(each => string.Equals(each.Name, template, StringComparison.Ordinal));
    }

    private static IEnumerable<OverlayUnit> Read(DesignContent content, string[] folders)
    {
        foreach (var folder in folders)
        {
            foreach (var (path, file) in OverlayFiles.Below(content, folder))
            {
                var name = path[folder.Length..];
                if (!name.Contains('/', StringComparison.Ordinal) && TypeOf(name) is not null)
                {
                    var unit = UnitFile.Parse(file.ReadableText());
                    var added = ReferenceEquals(folders, Folders) ? DropIns(content).Where(each => string.Equals(each.Unit, name, StringComparison.Ordinal)).Select(each => each.File) : UserDropIns(content, name);
                    yield return new OverlayUnit(path, name, file.Length == 0, added.Aggregate(unit, (whole, each) => whole.With(each)));
                }
            }
        }
    }

    private static IEnumerable<UnitFile> UserDropIns(DesignContent content, string name) =>
        OverlayFiles.Below(content, [.. UserFolders.Select(folder => $"{folder}{name}.d/")]).Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal)).Select(each => UnitFile.Parse(each.File.ReadableText()));

    private static string? Folder(string path) => Array.Find(Folders, folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The unit whose folder of drop-ins the file lies in.</summary>
    private static string Owner(string path)
    {
        var name = path[Folder(path)!.Length..];
        var end = name.IndexOf(".d/", StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }

    private static string? TypeOf(string name) => Array.Find(Types, type => name.EndsWith("." + type, StringComparison.Ordinal));
}
