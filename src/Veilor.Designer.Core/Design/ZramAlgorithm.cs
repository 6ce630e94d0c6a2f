namespace Veilor.Designer.Core.Design;

/// <summary>How swap in memory is compressed.</summary>
public enum ZramAlgorithm
{
    /// <summary>What the kernel does by itself.</summary>
    Kernel,
    Zstd,
    LzoRle,
    Lz4,
}
