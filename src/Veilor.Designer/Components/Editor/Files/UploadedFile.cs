namespace Veilor.Designer.Components.Editor.Files;

/// <summary>A file that the browser has sent, or could not.</summary>
/// <param name="Path">The path in the bundle that it was sent for.</param>
/// <param name="Key">Where its content waits; null when it was not taken.</param>
/// <param name="Problem">Why it was not taken.</param>
public sealed record UploadedFile(string Path, string? Key, string? Problem);
