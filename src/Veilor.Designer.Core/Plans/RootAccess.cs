namespace Veilor.Designer.Core.Plans;

/// <summary>How this program gets root's rights. It never asks for a password.</summary>
public enum RootAccess
{
    /// <summary>It runs as root.</summary>
    IsRoot,

    /// <summary><c>sudo -n</c> works: sudo wants no password.</summary>
    Sudo,

    /// <summary>A person runs the commands in a terminal; this program waits for the result.</summary>
    Terminal,
}
