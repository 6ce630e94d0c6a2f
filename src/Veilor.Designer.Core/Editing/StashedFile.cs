namespace Veilor.Designer.Core.Editing;

/// <summary>
/// A file beside the design as it is on the other side of an edit. Its content waits where the session keeps it, so
/// that a history holds no bytes and a large file costs nothing to undo.
/// </summary>
/// <param name="Path">Where it lies in the bundle, such as <c>overlay/etc/motd</c>.</param>
/// <param name="Key">Where its content waits; null when there is no such file.</param>
public sealed record StashedFile(string Path, string? Key);
