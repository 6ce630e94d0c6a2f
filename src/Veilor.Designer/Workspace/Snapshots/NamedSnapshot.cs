namespace Veilor.Designer.Workspace.Snapshots;

/// <summary>A named state of a design, kept in the folder <c>snapshots/</c> beside its <c>design.toml</c>.</summary>
/// <param name="Id">The stem of its file: what URLs and the command line may call it.</param>
/// <param name="Name">The name a person gave it.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Path">The absolute path of its file.</param>
public sealed record NamedSnapshot(string Id, string Name, DateTimeOffset TakenAt, string Path);
