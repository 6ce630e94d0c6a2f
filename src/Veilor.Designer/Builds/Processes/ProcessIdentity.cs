namespace Veilor.Designer.Builds.Processes;

/// <summary>One process, told apart from a later one with the same number by when it started.</summary>
/// <param name="Id">The process id.</param>
/// <param name="StartTime">Clock ticks after boot, field 22 of <c>/proc/PID/stat</c> (proc(5)).</param>
public readonly record struct ProcessIdentity(int Id, ulong StartTime);
