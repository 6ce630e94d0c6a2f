namespace Veilor.Designer.Workspace;

/// <summary>How the design in memory stands to its file.</summary>
public enum SaveState
{
    /// <summary>The file holds this design.</summary>
    Saved,

    /// <summary>Edits wait for a moment of quiet.</summary>
    Unsaved,

    /// <summary>The file is being written.</summary>
    Saving,

    /// <summary>The file could not be written; it is tried again.</summary>
    Failed,

    /// <summary>The file was changed by something else; a person decides which one stays.</summary>
    Conflict,

    /// <summary>The design was deleted or the program ends: nothing is written any more.</summary>
    Closed,
}
