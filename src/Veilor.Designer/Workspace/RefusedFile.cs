namespace Veilor.Designer.Workspace;

/// <summary>A file of a design folder that cannot go into a bundle.</summary>
/// <param name="Path">The path below the design folder.</param>
/// <param name="Reason">Why, and what to do instead.</param>
public sealed record RefusedFile(string Path, string Reason);
