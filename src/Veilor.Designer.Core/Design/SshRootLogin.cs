namespace Veilor.Designer.Core.Design;

/// <summary>Whether root may log in over SSH (sshd_config(5), PermitRootLogin).</summary>
public enum SshRootLogin
{
    /// <summary>As the image's own configuration says.</summary>
    Unset,

    /// <summary>Never.</summary>
    Never,

    /// <summary>With a key, never with a password.</summary>
    KeysOnly,
}
