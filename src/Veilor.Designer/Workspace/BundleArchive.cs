using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Workspace;

/// <summary>The forms of archive that a bundle is exported as. The same design gives the same bytes.</summary>
public sealed class BundleArchive
{
    private readonly Action<IReadOnlyList<BundleEntry>, Stream> _write;

    private BundleArchive(string extension, string contentType, Action<IReadOnlyList<BundleEntry>, Stream> write)
    {
        Extension = extension;
        ContentType = contentType;
        _write = write;
    }

    public static BundleArchive Zip { get; } = new(".zip", "application/zip", ZipBundle.Write);

    public static BundleArchive TarGz { get; } = new(".tar.gz", "application/gzip", TarGzBundle.Write);

    /// <summary>How the name of such a file ends, with the dot.</summary>
    public string Extension { get; }

    public string ContentType { get; }

    /// <summary>The form that a file's name asks for, or null.</summary>
    public static BundleArchive? ForFile(string path) =>
        path.EndsWith(Zip.Extension, StringComparison.OrdinalIgnoreCase) ? Zip
        : path.EndsWith(TarGz.Extension, StringComparison.OrdinalIgnoreCase) ? TarGz
        : null;

    /// <exception cref="IOException">A file of the design changed while it was read, or the target cannot be written.</exception>
    public void Write(IReadOnlyList<BundleEntry> entries, Stream target) => _write(entries, target);
}
