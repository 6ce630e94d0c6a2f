namespace Veilor.Designer.Workspace;

/// <summary>A design that was moved to the trash, and can come back from there.</summary>
/// <param name="Slug">The name it had.</param>
/// <param name="Title">The name people read.</param>
/// <param name="TrashFolder">Where its folder is now.</param>
public sealed record DeletedDesign(string Slug, string Title, string TrashFolder);
