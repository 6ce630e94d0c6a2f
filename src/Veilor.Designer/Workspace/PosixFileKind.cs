namespace Veilor.Designer.Workspace;

/// <summary>What a name in a folder stands for.</summary>
public enum PosixFileKind
{
    File,
    Folder,
    SymbolicLink,

    /// <summary>A pipe, a socket or a device: opening one can wait for ever.</summary>
    Special,
}
