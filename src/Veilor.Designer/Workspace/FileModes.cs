namespace Veilor.Designer.Workspace;

/// <summary>The modes that files and folders of a bundle have. They are set, not asked for, so no umask changes them.</summary>
public static class FileModes
{
    /// <summary>0644.</summary>
    public const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>0755.</summary>
    public const UnixFileMode Executable =
        Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static UnixFileMode Of(bool isExecutable) => isExecutable ? Executable : Plain;
}
