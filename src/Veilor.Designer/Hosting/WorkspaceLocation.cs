namespace Veilor.Designer.Hosting;

/// <summary>
/// The folder that holds a person's designs, runs and keys:
/// <c>designs/</c>, <c>runs/</c> and <c>keys/</c> are its children.
/// </summary>
public sealed record WorkspaceLocation
{
    private const string FolderName = "veilor-designer";
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private WorkspaceLocation(string root, bool isOwn)
    {
        Root = root;
        IsOwn = isOwn;
    }

    /// <summary>The absolute path.</summary>
    public string Root { get; }

    public string Designs => Path.Combine(Root, "designs");

    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Files that are shipped and outlive the runs they come from.</summary>
    public string Kept => Path.Combine(Root, "kept");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>True for the folder in the user's state directory, false for one that was named.</summary>
    private bool IsOwn { get; }

    /// <summary>
    /// Decides where the workspace is: the folder that was named, else <c>$XDG_STATE_HOME/veilor-designer</c>, else
    /// <c>~/.local/state/veilor-designer</c>. A relative <c>XDG_STATE_HOME</c> is ignored, as the XDG Base Directory
    /// Specification asks.
    /// </summary>
    /// <param name="named">A folder, absolute or relative to the working directory, or null.</param>
    /// <param name="environment">Reads an environment variable; null when it is not set.</param>
    /// <exception cref="WorkspaceUnavailableException">No folder was named and there is no home directory.</exception>
    public static WorkspaceLocation Resolve(string? named, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(named))
            return new WorkspaceLocation(Path.GetFullPath(named), isOwn: false);
        if (environment("XDG_STATE_HOME") is { } state && Path.IsPathFullyQualified(state))
            return new WorkspaceLocation(Path.Combine(state, FolderName), isOwn: true);
        if (environment("HOME") is { } home && Path.IsPathFullyQualified(home))
            return new WorkspaceLocation(Path.Combine(home, ".local", "state", FolderName), isOwn: true);
        throw new WorkspaceUnavailableException(
            "There is no home directory to keep designs in. Name a folder with --workspace DIR.");
    }

    /// <summary>
    /// Makes the folder, for its owner alone (mode 0700). The user's own state folder is closed to others even when
    /// it was open before; a named folder that exists keeps its mode, because it may be shared on purpose.
    /// </summary>
    /// <exception cref="WorkspaceUnavailableException">The folder cannot be made or written to.</exception>
    public void Create()
    {
        try
        {
            var existed = Directory.Exists(Root);
            Directory.CreateDirectory(Root, OwnerOnly);
            if (existed && IsOwn)
                File.SetUnixFileMode(Root, OwnerOnly);
            Directory.CreateDirectory(Designs, OwnerOnly);
            Directory.CreateDirectory(Runs, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceUnavailableException(
                $"The workspace {Root} cannot be used: {e.Message} Name another folder with --workspace DIR.", e);
        }
    }
}
