using System.Security.Cryptography;
using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Core.Content;

/// <summary>A file of the design folder that goes into the bundle as it is: below <c>overlay/</c>, <c>assets/</c> or <c>scripts/</c>.</summary>
public sealed class ContentFile
{
    private const int LargestText = 256 * 1024;
    private readonly Func<Stream> _open;
    private string? _sha256;
    private string? _text;

    /// <param name="path">The path in the bundle, with forward slashes.</param>
    /// <param name="isExecutable">Whether the owner may execute it; git keeps no other mode.</param>
    /// <param name="length">Size in bytes.</param>
    /// <param name="open">Opens the content; the caller disposes the stream.</param>
    public ContentFile(string path, bool isExecutable, long length, Func<Stream> open)
    {
        Path = path;
        IsExecutable = isExecutable;
        Length = length;
        _open = open;
    }

    public string Path { get; }

    public bool IsExecutable { get; }

    public long Length { get; }

    /// <summary>The SHA-256 of the content in lower-case hexadecimal digits; read once.</summary>
    public string Sha256
    {
        get
        {
            if (_sha256 is null)
            {
                using var stream = _open();
                _sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            }

            return _sha256;
        }
    }

    public BundleEntry ToBundleEntry() => new(Path, IsExecutable, Length, _open);

    /// <summary>The content for rules to look at; read once. Empty for a file over 256 KiB, which is no script and no setting.</summary>
    public string Text
    {
        get
        {
            if (_text is null)
            {
                using var reader = new StreamReader(Length > LargestText ? Stream.Null : _open());
                _text = reader.ReadToEnd();
            }

            return _text;
        }
    }
}
