namespace Veilor.Designer.Core.Booting;

/// <summary>What a boot step starts from and waits for.</summary>
/// <param name="Medium">Disk or ISO.</param>
/// <param name="IsGraphical">Whether a disk is to end in a graphical login.</param>
/// <param name="TimeLimit">How long it may take.</param>
public sealed record BootTarget(BootMedium Medium, bool IsGraphical, TimeSpan TimeLimit)
{
    /// <summary>How long graphical.target is waited for once a login prompt has come.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(90);

    /// <summary>A limit that fits the machine: software emulation is ten to twenty times slower.</summary>
    public static TimeSpan DefaultTimeLimit(bool hasKvm) => hasKvm ? TimeSpan.FromMinutes(6) : TimeSpan.FromMinutes(40);
}
