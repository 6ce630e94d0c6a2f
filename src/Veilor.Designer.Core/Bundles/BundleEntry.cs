namespace Veilor.Designer.Core.Bundles;

/// <summary>One file of an exported bundle.</summary>
/// <param name="Path">Relative, forward slashes, no <c>..</c>, no leading slash.</param>
/// <param name="IsExecutable">True for mode 0755, false for 0644.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Open">Opens the content for reading; the caller disposes the stream.</param>
public sealed record BundleEntry(string Path, bool IsExecutable, long Length, Func<Stream> Open)
{
    public static BundleEntry FromBytes(string path, bool isExecutable, byte[] content) =>
        new(path, isExecutable, content.Length, () => new MemoryStream(content, writable: false));
}
