namespace Veilor.Designer.Core.Manifests;

/// <summary>A program that took part in a build.</summary>
/// <param name="Name">Its command, or the image it ran from.</param>
/// <param name="Version">What it says of itself; for an image, its digest.</param>
public sealed record ToolVersion(string Name, string Version);
