namespace Veilor.Designer.Core.Booting;

/// <summary>Why a machine was watched no longer.</summary>
public enum BootEnding
{
    /// <summary>It got as far as it should: a login of a disk, the installer of an ISO.</summary>
    Reached,

    /// <summary>It waits for the passphrase of its disk, which nobody gives it here.</summary>
    WaitsForPassphrase,

    EmergencyShell,
    Panic,

    /// <summary>Time was up.</summary>
    TimeLimit,

    /// <summary>It switched itself off, or the program that runs it ended.</summary>
    SwitchedOff,

    /// <summary>A person ended it.</summary>
    Cancelled,
}
