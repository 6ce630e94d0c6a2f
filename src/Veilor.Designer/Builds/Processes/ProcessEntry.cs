namespace Veilor.Designer.Builds.Processes;

/// <summary>A process as <c>/proc/PID/stat</c> shows it (proc(5)).</summary>
/// <param name="Identity">Which process it is.</param>
/// <param name="Name">The program's file name, at most 15 characters.</param>
/// <param name="IsZombie">True when it has ended and only waits for its parent to notice.</param>
/// <param name="ParentId">Process id of its parent; 1 or a subreaper's once the real one has ended.</param>
/// <param name="GroupId">The process group's id.</param>
/// <param name="SessionId">The session's id.</param>
public sealed record ProcessEntry(
    ProcessIdentity Identity, string Name, bool IsZombie, int ParentId, int GroupId, int SessionId);
