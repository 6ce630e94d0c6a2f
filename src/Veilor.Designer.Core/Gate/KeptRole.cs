namespace Veilor.Designer.Core.Gate;

/// <summary>The two things that are shipped when both are.</summary>
public enum KeptRole
{
    /// <summary>The bootc image, or the disk or ISO made of it.</summary>
    Bootc,

    /// <summary>The ISO of the installer that there was before.</summary>
    Anaconda,
}
