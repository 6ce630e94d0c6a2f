namespace Veilor.Designer.Core.Design;

/// <summary>Who answers the installer's questions.</summary>
public enum InstallerMode
{
    /// <summary>A person: the installer asks for what the kickstart leaves open, such as the passphrase.</summary>
    Interactive,

    /// <summary>Nobody: the kickstart must answer everything.</summary>
    Unattended,
}
