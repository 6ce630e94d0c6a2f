using System.Text.RegularExpressions;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// root=, rd.luks.* and the like are written by the installer for each machine (bootc keeps them as install-time keys); a
/// second root= beside the installer's leads the start elsewhere.
/// </summary>
public sealed partial class MachineArgumentRule() : DesignRule("VD4001", DiagnosticSeverity.Error, "The argument belongs to one machine")
{
    private static readonly string[] Keys = ["root", "rootflags", "resume", "resume_offset", "ostree", "rd.md.uuid", "luks.uuid", "luks.name"];

    /// <summary>Keys that name a device first (dracut.cmdline(7), boot=; systemd-fstab-generator(8)).</summary>
    private static readonly string[] OfDevices = ["boot", "systemd.mount_extra", "rd.systemd.mount_extra", "systemd.swap_extra", "rd.systemd.swap_extra"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (entry.Owner == ArgumentOwner.Installer && entry.Argument is { Key: "root" or "ostree", Value: not null })
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' stands on the command line a second time: the installer and the disk builder write {entry.Argument.Key}= themselves, for the disk that they make. The machine would look for another.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
            else if (entry.Owner == ArgumentOwner.Image && IsOfOneMachine(entry.Argument))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' names something of one machine, and every machine with this image would get it. The installer writes it where it is needed.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }

    /// <summary>True for an argument that names a disk or a volume of one machine.</summary>
    internal static bool IsOfOneMachine(KernelArgument argument) =>
        Array.IndexOf(Keys, argument.Key) >= 0
        || (argument.Key is "rd.luks.options" or "luks.options" ? argument.Value is { } options && Uuid().IsMatch(options) : argument.Key.StartsWith("rd.luks.", StringComparison.Ordinal))
        || argument.Key.StartsWith("rd.lvm.", StringComparison.Ordinal)
        || (Array.IndexOf(OfDevices, argument.NormalizedKey) >= 0 && argument.Value is { } device && Device().IsMatch(device));

    /// <summary>A device by an id or by its place, which another machine does not have; a label may be the same on all.</summary>
    [GeneratedRegex("^(?:(?:PART)?UUID=|/dev/disk/by-(?:uuid|partuuid|id|path)/|/dev/(?:sd|vd|nvme|mmcblk|dm-|md))", RegexOptions.NonBacktracking)]
    private static partial Regex Device();

    /// <summary>A volume by its number, before its options (systemd-cryptsetup-generator(8)); without one the options are for every volume.</summary>
    [GeneratedRegex("^(?:luks-)?[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}=", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();
}
