using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Workspace;

/// <summary>Reads the files that stand beside a <c>design.toml</c>: everything below <c>overlay/</c>, <c>assets/</c> and <c>scripts/</c>.</summary>
/// <remarks>
/// Links are refused rather than followed: they could lead out of the folder, and an archive of the bundle would hold
/// something else on every machine. Contents are read when they are needed, so a large file costs nothing until then.
/// </remarks>
public static class ContentLoader
{
    private static readonly string[] Folders =
        [DesignContent.OverlayFolder, DesignContent.AssetsFolder, DesignContent.ScriptsFolder];

    /// <summary>Reads a design folder.</summary>
    /// <param name="folder">The folder that holds <c>overlay/</c> and the others; any of them may be missing.</param>
    /// <param name="previous">An earlier reading; files that did not change keep their reference, and with it their digest.</param>
    /// <param name="isIncluded">Whether a path is taken; null takes all.</param>
    public static ContentReading Load(string folder, ContentReading? previous = null, Predicate<string>? isIncluded = null)
    {
        var files = new Dictionary<string, (ContentFile File, FileStamp Stamp)>(StringComparer.Ordinal);
        var refused = new List<RefusedFile>();
        foreach (var top in Folders)
        {
            var name = top.TrimEnd('/');
            var path = Path.Combine(folder, name);
            if (PosixFiles.KindOf(path) is { } kind)
            {
                Visit(path, name, kind);
            }
        }

        return ToReading(files, refused, previous);

        void Visit(string path, string relative, PosixFileKind kind)
        {
            switch (kind)
            {
                case PosixFileKind.Folder:
                    VisitFolder(path, relative);
                    break;
                case PosixFileKind.File when isIncluded?.Invoke(relative) is false:
                    break;
                case PosixFileKind.File when !BundlePath.TryParse(relative, out _, out var error):
                    refused.Add(new RefusedFile(relative, error));
                    break;
                case PosixFileKind.File:
                    files.Add(relative, ToFile(path, relative, previous));
                    break;
                case PosixFileKind.SymbolicLink:
                    refused.Add(new RefusedFile(relative, "It is a symbolic link. Put the file itself here, or make the link in a script."));
                    break;
                default:
                    refused.Add(new RefusedFile(relative, "It is a pipe, a socket or a device. Only files and folders can go into a bundle."));
                    break;
            }
        }

        void VisitFolder(string path, string relative)
        {
            try
            {
                foreach (var child in Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal))
                {
                    if (PosixFiles.KindOf(child) is { } kind)
                    {
                        Visit(child, $"{relative}/{Path.GetFileName(child)}", kind);
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refused.Add(new RefusedFile(relative, $"It cannot be read: {e.Message}"));
            }
        }
    }

    private static ContentReading ToReading(Dictionary<string, (ContentFile File, FileStamp Stamp)> files, List<RefusedFile> refused, ContentReading? previous)
    {
        var isSame = previous is not null && previous.Content.Files.Count == files.Count
            && files.Values.All(each => ReferenceEquals(previous.Content.Find(each.File.Path), each.File));
        return new ContentReading(
            isSame ? previous!.Content : new DesignContent(files.Values.Select(each => each.File)),
            refused.OrderBy(each => each.Path, StringComparer.Ordinal).ToEquatableArray())
        {
            Stamps = files.ToDictionary(each => each.Key, each => each.Value.Stamp, StringComparer.Ordinal),
        };
    }

    private static (ContentFile File, FileStamp Stamp) ToFile(string path, string relative, ContentReading? previous)
    {
        var stamp = FileStamp.Of(path);
        return previous?.Content.Find(relative) is { } earlier && previous.Stamps.TryGetValue(relative, out var seen) && seen == stamp
            ? (earlier, stamp)
            : (new ContentFile(relative, stamp.IsExecutable, stamp.Length, () => Open(path, relative, stamp)), stamp);
    }

    /// <summary>Opens a file only when it is still the one that was seen; a bundle of half old and half new files would be neither.</summary>
    private static FileStream Open(string path, string relative, FileStamp stamp)
    {
        if (PosixFiles.KindOf(path) != PosixFileKind.File || FileStamp.Of(path) != stamp)
        {
            throw new IOException($"{relative} has changed on the disk since it was read. Try again.");
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }
}
