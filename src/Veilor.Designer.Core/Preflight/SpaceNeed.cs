namespace Veilor.Designer.Core.Preflight;

/// <summary>Space that one part of a build takes.</summary>
/// <param name="Purpose">The part, as a check names it.</param>
/// <param name="Folder">Where it takes the space.</param>
/// <param name="FileSystem">Tells file systems apart: parts with the same one share what is free.</param>
/// <param name="Bytes">How much, roughly.</param>
/// <param name="Free">What is free there; null when it cannot be said.</param>
public sealed record SpaceNeed(string Purpose, string Folder, string FileSystem, long Bytes, long? Free);
