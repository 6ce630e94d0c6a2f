using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>clearpart --all without ignoredisk erases every disk that Anaconda sees, a backup disk too (pykickstart, clearpart).</summary>
public sealed class EraseEverythingRule() : DesignRule("VD3018", DiagnosticSeverity.Warning, "The ISO erases every disk without asking")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.HasOwnKickstart())
        {
            yield break;
        }

        var design = input.Design;
        if (design.Storage.Wipe != WipePolicy.All || design.Storage.TargetDisk is not null || !design.MakesIso())
        {
            yield break;
        }

        if (design.Installer.Mode == InstallerMode.Unattended)
        {
            yield return Report(StorageFields.TargetDisk.Path, "The installation asks nothing, erases everything, and no target disk is named: every disk that is plugged in loses its data. Name the disk, or install interactively.", "Install interactively", each => DeliveryFields.InstallerMode.Set(each, InstallerMode.Interactive));
        }
        else if (AnswersAll(design))
        {
            yield return Report(StorageFields.TargetDisk.Path, "The kickstart answers every question of the installer, so it starts by itself, although it is interactive, and erases every disk. Name the target disk, or let it erase less.", "Erase Linux partitions only", each => StorageFields.Wipe.Set(each, WipePolicy.Linux));
        }
    }

    /// <summary>
    /// True when nothing is left for a person to answer. Anaconda presses its own button then (pyanaconda, ui/gui/hubs):
    /// only a passphrase or a missing administrator makes it wait.
    /// </summary>
    private static bool AnswersAll(ImageDesign design) =>
        !design.Storage.HasEncryption && design.Users.LockRoot && design.HasAdministrator()
        && design.System is { Locale: not null, Keyboard: not null, TimeZone: not null };
}
