namespace Veilor.Designer.Hosting;

/// <summary>The workspace cannot be used. The message says why and what to do.</summary>
public sealed class WorkspaceUnavailableException(string message, Exception? inner = null)
    : IOException(message, inner);
