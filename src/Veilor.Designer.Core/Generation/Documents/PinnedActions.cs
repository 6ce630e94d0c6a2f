namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// The GitHub actions that workflows use, by commit: a tag can be moved, a commit cannot. The ids were read from the
/// tags of the actions' own repositories in November 2026.
/// </summary>
internal static class PinnedActions
{
    public const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
    public const string UploadArtifact = "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0";
    public const string Release = "softprops/action-gh-release@b4309332981a82ec1c5618f44dd2e27cc8bfbfda # v3.0.0";
    public const string CosignInstaller = "sigstore/cosign-installer@6f9f17788090df1f26f669e9d70d6ae9567deba6 # v4.1.2";
}
