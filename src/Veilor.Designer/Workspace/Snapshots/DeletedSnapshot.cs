namespace Veilor.Designer.Workspace.Snapshots;

/// <summary>A snapshot that was deleted, and can come back.</summary>
/// <param name="Snapshot">What it was.</param>
/// <param name="TrashPath">Where its file is now.</param>
public sealed record DeletedSnapshot(NamedSnapshot Snapshot, string TrashPath);
