namespace Veilor.Designer.Builds;

/// <summary>A container that an interrupted run has left.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Name">Its name, to show.</param>
/// <param name="IsRoots">True when it is in root's storage, reached by <c>sudo -n</c>.</param>
public sealed record LeftContainer(string Id, string Name, bool IsRoots);
