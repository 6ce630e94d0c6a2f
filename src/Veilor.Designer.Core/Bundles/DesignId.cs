using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Veilor.Designer.Core.Bundles;

/// <summary>
/// The id of what a design makes: a SHA-256 over the paths, executable bits and bytes of its bundle. Two designs with the same id build from the
/// same files; a change of any of them, by a person or by a newer version of this program, gives another one.
/// </summary>
public static class DesignId
{
    /// <summary>How many digits are shown to people.</summary>
    public const int ShortLength = 12;

    /// <summary>The id of a bundle, as 64 hexadecimal digits.</summary>
    /// <param name="entries">Its files, in any order.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(IEnumerable<BundleEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var entry in entries.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            var path = Encoding.UTF8.GetBytes(entry.Path);
            BinaryPrimitives.WriteInt64LittleEndian(number, path.Length);
            hash.AppendData(number);
            hash.AppendData(path);
            hash.AppendData([entry.IsExecutable ? (byte)1 : (byte)0]);
            using var content = entry.Open();
            hash.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first digits, enough to tell designs apart by eye.</summary>
    public static string Short(string id) => id.Length <= ShortLength ? id : id[..ShortLength];
}
