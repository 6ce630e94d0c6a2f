namespace Veilor.Designer.Hosting;

/// <summary>The port cannot be listened on. The message says why and what to do.</summary>
public sealed class PortUnavailableException(string message, Exception? inner = null)
    : IOException(message, inner);
