using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Content;

/// <summary>The files beside <c>design.toml</c>, sorted by path. Immutable: a change on disk makes a new one.</summary>
public sealed class DesignContent
{
    public const string OverlayFolder = "overlay/";
    public const string AssetsFolder = "assets/";
    public const string ScriptsFolder = "scripts/";

    private static readonly string[] UnitFolders =
        ["overlay/usr/lib/systemd/system/", "overlay/etc/systemd/system/", "overlay/usr/local/lib/systemd/system/"];

    private readonly Dictionary<string, ContentFile> _byPath;
    private readonly Lazy<string> _scriptsDigest;

    /// <summary>The last answer of <see cref="WithoutOverlay"/>: one object for every compilation, so that what rules learn from it is kept.</summary>
    private volatile LeftOut? _without;

    public DesignContent(IEnumerable<ContentFile> files)
    {
        Files = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();
        _byPath = new Dictionary<string, ContentFile>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            _byPath.Add(file.Path, file);
        }

        HasOverlay = Below(OverlayFolder).Any();
        HasAssets = Below(AssetsFolder).Any();
        _scriptsDigest = new Lazy<string>(() => DigestOf(ScriptsFolder));
    }

    public static DesignContent Empty { get; } = new([]);

    public EquatableArray<ContentFile> Files { get; }

    public bool HasOverlay { get; }

    public bool HasAssets { get; }

    /// <summary>
    /// A digest of all scripts with their paths. It stands in the RUN lines that mount the scripts, because buildah
    /// keys its layer cache by the instruction alone and would reuse a layer after a script changed (seen with 1.28).
    /// </summary>
    public string ScriptsDigest => _scriptsDigest.Value;

    public ContentFile? Find(string path) => _byPath.GetValueOrDefault(path);

    public bool Contains(string path) => _byPath.ContainsKey(path);

    /// <summary>The files below a folder; the folder ends with a slash.</summary>
    public IEnumerable<ContentFile> Below(string folder) =>
        Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The content without what the design leaves out of the image; the same object when it leaves nothing out.</summary>
    /// <param name="paths">Files and folders below <c>overlay/</c>.</param>
    public DesignContent WithoutOverlay(EquatableArray<RelativePath> paths)
    {
        if (paths.IsEmpty)
        {
            return this;
        }

        if (_without is { } earlier && earlier.Paths == paths)
        {
            return earlier.Content;
        }

        var left = paths.Select(path => OverlayFolder + path).ToHashSet(StringComparer.Ordinal);
        var content = new DesignContent(Files.Where(file => !IsIn(left, file.Path)));
        _without = new LeftOut(paths, content);
        return content;
    }

    /// <summary>True when the path or one of its folders is in the set.</summary>
    private static bool IsIn(HashSet<string> paths, string path)
    {
        for (var end = path.Length; end > OverlayFolder.Length; end = path.LastIndexOf('/', end - 1))
        {
            if (paths.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the overlay brings this systemd unit, or the template of an instance.</summary>
    public bool HasUnit(string unit)
    {
        var at = unit.IndexOf('@', StringComparison.Ordinal);
        var template = at < 0 ? unit : unit[..(at + 1)] + unit[unit.LastIndexOf('.')..];
        return Array.Exists(UnitFolders, folder => Contains(folder + unit) || Contains(folder + template));
    }

    private string DigestOf(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Below(folder))
        {
            text.Append(file.Path).Append(' ').Append(file.Sha256).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private sealed record LeftOut(EquatableArray<RelativePath> Paths, DesignContent Content);
}
