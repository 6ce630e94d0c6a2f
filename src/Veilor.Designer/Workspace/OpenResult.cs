namespace Veilor.Designer.Workspace;

/// <summary>What opening a design gave.</summary>
/// <param name="Session">The open design; null when it does not exist or cannot be read.</param>
/// <param name="Unreadable">The folder whose design cannot be read, with the reasons; null otherwise.</param>
public sealed record OpenResult(DesignSession? Session, DesignFolder? Unreadable)
{
    public static OpenResult Missing { get; } = new(null, null);
}
