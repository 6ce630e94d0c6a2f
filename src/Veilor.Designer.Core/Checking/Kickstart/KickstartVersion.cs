namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>The kickstart dialects that the checker knows.</summary>
public enum KickstartVersion
{
    /// <summary>Fedora 43.</summary>
    F43,

    /// <summary>Fedora 44; its commands are those of Fedora 43.</summary>
    F44,

    /// <summary>RHEL 10 and CentOS Stream 10: no Btrfs, and what Fedora deprecates is gone.</summary>
    Rhel10,
}
