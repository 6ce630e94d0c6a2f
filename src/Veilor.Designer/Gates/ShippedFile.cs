using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Gates;

/// <summary>Tells by a file's first bytes whether it can be what is shipped: a log or a text is neither image nor installer, whatever its name.</summary>
internal static class ShippedFile
{
    /// <summary>Where an ISO 9660 file system has its name (ECMA-119, 8.1.2): after 16 sectors of 2,048 bytes and a byte.</summary>
    private const int IsoOffset = 32_769;

    private static readonly (int Offset, byte[] Bytes)[] Images =
    [
        (0, [0x51, 0x46, 0x49, 0xFB]), // qcow2
        (0, [0x4B, 0x44, 0x4D, 0x56]), // VMDK
        (0, "conectix"u8.ToArray()), // VHD that grows
        (510, [0x55, 0xAA]), // a raw disk, or a VHD of fixed size: the boot sector, which GPT has too
        (257, "ustar"u8.ToArray()), // tar: OVA, OCI archive, GCE
        (0, [0x1F, 0x8B]), // gzip
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A]), // xz
        (0, [0x28, 0xB5, 0x2F, 0xFD]), // zstd
    ];

    /// <summary>In words why the file cannot be it; null when it can.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? Problem(KeptRole role, string file)
    {
        using var stream = File.OpenRead(file);
        if (Has(stream, IsoOffset, "CD001"u8))
        {
            return null;
        }

        return role switch
        {
            KeptRole.Anaconda => "it is no ISO (no ISO 9660 file system is in it).",
            _ when Array.Exists(Images, image => Has(stream, image.Offset, image.Bytes)) => null,
            _ => "it is no disk image, ISO or archive of an image.",
        };
    }

    private static bool Has(FileStream stream, int offset, ReadOnlySpan<byte> bytes)
    {
        Span<byte> found = stackalloc byte[bytes.Length];
        return RandomAccess.Read(stream.SafeFileHandle, found, offset) == bytes.Length && found.SequenceEqual(bytes);
    }
}
