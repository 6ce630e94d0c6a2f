namespace Veilor.Designer.Hosting;

/// <summary>What a start of the server is asked for.</summary>
public sealed record DesignerHostOptions
{
    /// <summary>The port that is served when none is named.</summary>
    public const int DefaultPort = 5180;

    /// <summary>The TCP port on the loopback addresses; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Where designs and runs are kept. It exists.</summary>
    public required WorkspaceLocation Workspace { get; init; }
}
