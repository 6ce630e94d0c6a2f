using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Registries;

/// <summary>What came of looking up a digest.</summary>
/// <param name="Digest">The digest; null when it was not found.</param>
/// <param name="Trouble">Why not, and what helps; null when it was found.</param>
/// <param name="NeedsDownload">True when the quick program is missing and podman could look it up by downloading the image.</param>
public sealed record DigestAnswer(Sha256Digest? Digest, string? Trouble, bool NeedsDownload = false);
