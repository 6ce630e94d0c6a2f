namespace Veilor.Designer.Core.Manifests;

/// <summary>A file that a build made.</summary>
/// <param name="Path">Below the run's <c>artifacts/</c>, with forward slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Its digest in lower-case hexadecimal digits.</param>
public sealed record BuiltFile(string Path, long Size, string Sha256);
