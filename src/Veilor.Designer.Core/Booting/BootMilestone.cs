namespace Veilor.Designer.Core.Booting;

/// <summary>What a serial console can show on the way up.</summary>
public enum BootMilestone
{
    /// <summary>A boot loader has spoken.</summary>
    BootLoader,

    /// <summary>The kernel has begun.</summary>
    Kernel,

    /// <summary>systemd has begun, in the initramfs or after it.</summary>
    Systemd,

    /// <summary>A prompt for the passphrase of an encrypted disk.</summary>
    PassphrasePrompt,

    /// <summary>systemd has reached multi-user.target.</summary>
    MultiUserTarget,

    /// <summary>systemd has reached graphical.target.</summary>
    GraphicalTarget,

    /// <summary>A display manager's service has started.</summary>
    DisplayManager,

    /// <summary>A login prompt on the serial console.</summary>
    LoginPrompt,

    /// <summary>Anaconda has started.</summary>
    Installer,

    /// <summary>A unit has failed; there may be several.</summary>
    UnitFailed,

    /// <summary>systemd or dracut has given up and offers a shell.</summary>
    EmergencyShell,

    /// <summary>The kernel has given up.</summary>
    Panic,
}
