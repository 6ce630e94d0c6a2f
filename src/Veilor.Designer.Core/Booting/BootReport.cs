using System.Globalization;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Booting;

/// <summary>What booting something has shown.</summary>
/// <param name="File">The disk or ISO.</param>
/// <param name="Medium">Which of the two.</param>
/// <param name="IsGraphical">Whether a graphical login was waited for.</param>
/// <param name="HasKvm">False when the processor was emulated.</param>
/// <param name="Ending">Why it was watched no longer.</param>
/// <param name="After">How long it was watched.</param>
/// <param name="Events">The milestones.</param>
public sealed record BootReport(
    string File, BootMedium Medium, bool IsGraphical, bool HasKvm, BootEnding Ending, TimeSpan After, EquatableArray<BootEvent> Events)
{
    private static readonly (BootMilestone Milestone, string Name)[] Names =
    [
        (BootMilestone.BootLoader, "boot loader"),
        (BootMilestone.Kernel, "kernel"),
        (BootMilestone.Systemd, "systemd"),
        (BootMilestone.PassphrasePrompt, "passphrase prompt"),
        (BootMilestone.MultiUserTarget, "multi-user.target"),
        (BootMilestone.GraphicalTarget, "graphical.target"),
        (BootMilestone.DisplayManager, "display manager"),
        (BootMilestone.LoginPrompt, "login prompt"),
        (BootMilestone.Installer, "Anaconda"),
        (BootMilestone.UnitFailed, "failed unit"),
        (BootMilestone.EmergencyShell, "emergency shell"),
        (BootMilestone.Panic, "kernel panic"),
    ];

    /// <summary>True when nothing speaks against the image: it came up, or it waits for its passphrase.</summary>
    public bool IsGood => Ending is BootEnding.Reached or BootEnding.WaitsForPassphrase;

    public bool Saw(BootMilestone milestone) => Events.Any(item => item.Milestone == milestone);

    /// <summary>A milestone in words.</summary>
    public static string NameOf(BootMilestone milestone) => Array.Find(Names, item => item.Milestone == milestone).Name;

    /// <summary>What came of it, in a sentence.</summary>
    public string Summary
    {
        get
        {
            var after = string.Create(CultureInfo.InvariantCulture, $"after {After.TotalSeconds:0} s");
            return Ending switch
            {
                BootEnding.Reached when Medium == BootMedium.Iso => $"The installer started {after}.",
                BootEnding.Reached when IsGraphical && !Saw(BootMilestone.GraphicalTarget) && !Saw(BootMilestone.DisplayManager) =>
                    $"A login prompt came on the serial console {after}; the graphical login was not seen.",
                BootEnding.Reached => $"The login was reached {after}.",
                BootEnding.WaitsForPassphrase => $"The disk's passphrase is asked for {after}; what comes behind it was not seen.",
                BootEnding.EmergencyShell => $"The system gave up {after} and offers an emergency shell.",
                BootEnding.Panic => $"The kernel gave up {after}: {Events.First(item => item.Milestone == BootMilestone.Panic).Text}",
                BootEnding.SwitchedOff => $"The machine ended by itself {after}; {LastSeen}",
                BootEnding.Cancelled => $"It was cancelled {after}; {LastSeen}",
                _ => $"Time was up {after}; {LastSeen}",
            };
        }
    }

    /// <summary>What a person would want to know and the serial console did not show.</summary>
    public IReadOnlyList<string> NotSeen
    {
        get
        {
            BootMilestone[] wanted = Medium == BootMedium.Iso
                ? [BootMilestone.BootLoader, BootMilestone.Kernel, BootMilestone.Installer]
                : [BootMilestone.Kernel, .. IsGraphical ? new[] { BootMilestone.GraphicalTarget } : [BootMilestone.MultiUserTarget], BootMilestone.LoginPrompt];
            string[] never = Medium == BootMedium.Iso
                ? ["an installation"]
                : ["the screen", "a log-in", "the change of a password", "the subvolumes"];
            return [.. wanted.Where(milestone => !Saw(milestone)).Select(NameOf), .. never];
        }
    }

    /// <summary>Whether the console stayed silent after the boot loader, which means that the kernel was not told to use it.</summary>
    public bool IsSilent => !Saw(BootMilestone.Kernel);

    private string LastSeen => Events.LastOrDefault(item => item.Milestone != BootMilestone.UnitFailed) is { } last
        ? $"the last that was seen: {NameOf(last.Milestone)}."
        : "the serial console showed nothing. A kernel writes there when it has console=ttyS0 among its arguments.";
}
