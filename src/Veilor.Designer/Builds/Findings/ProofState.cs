namespace Veilor.Designer.Builds.Findings;

/// <summary>What comparing a file of a run with its checksum has shown.</summary>
public enum ProofState
{
    /// <summary>There is no checksum: the step that wrote the file did not end, or somebody put it there later.</summary>
    None,

    /// <summary>The file is as the run made it.</summary>
    Holds,

    /// <summary>The file has been changed since.</summary>
    Differs,

    /// <summary>The file is gone or may not be read.</summary>
    Unreadable,
}
