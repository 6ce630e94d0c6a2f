namespace Veilor.Designer.Core.Bundles;

/// <summary>How much an archive may unpack to before it is refused.</summary>
/// <param name="MaximumEntries">Files and folders together.</param>
/// <param name="MaximumTotalBytes">All contents together, unpacked.</param>
public sealed record BundleLimits(int MaximumEntries, long MaximumTotalBytes)
{
    /// <summary>10,000 entries and 256 MiB; a bundle with wallpapers and fonts is far below.</summary>
    public static BundleLimits Default { get; } = new(10_000, 256L << 20);
}
