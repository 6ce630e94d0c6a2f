using System.Globalization;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments for one start by hand: with them no machine starts into its system (bootparam(7), systemd(1), dracut.cmdline(7)).</summary>
public sealed class StartArgumentRule() : DesignRule("VD4032", DiagnosticSeverity.Warning, "With the argument no machine starts as usual")
{
    /// <summary>256 MiB, in bytes.</summary>
    private const ulong LeastMemory = 256UL << 20;

    private static readonly string[] Shells = ["1", "s", "S", "single", "rescue", "emergency", "-b", "rd.rescue", "rd.emergency"];

    private static readonly string[] Inits = ["/sbin/init", "/usr/sbin/init", "/usr/lib/systemd/systemd", "/lib/systemd/systemd"];

    /// <summary>What leads to the root of an image in the initramfs (bootup(7); ostree-prepare-root(1)).</summary>
    private static readonly string[] InitramfsUnits =
    [
        "ostree-prepare-root.service", "sysroot.mount", "initrd.target", "initrd-fs.target", "initrd-root-device.target", "initrd-root-fs.target", "initrd-parse-etc.service", "initrd-cleanup.service",
        "initrd-switch-root.target", "initrd-switch-root.service", "sysinit.target", "basic.target", "systemd-udevd.service",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (EffectOf(input, entry.Argument) is { } effect)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' {effect}{(entry.Owner == ArgumentOwner.Image ? ", at every start of every machine with this image" : ", at every start")}.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (EffectOf(input, argument) is { } effect)
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' {effect}, at every start of every machine with this image.");
            }
        }
    }

    /// <summary>
    /// True for less than 256 MiB, which kernel and initramfs alone take; a number may have one of the kernel's units (lib/cmdline.c,
    /// memparse). The form with an @ takes memory away from elsewhere, and is not judged.
    /// </summary>
    private static bool IsTooLittle(string size)
    {
        var digits = size.TrimEnd('k', 'K', 'm', 'M', 'g', 'G', 't', 'T');
        return size.Length - digits.Length <= 1
            && digits is not ['0', _, ..]
            && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && char.ToLowerInvariant(size[^1]) switch
            {
                'k' => number < LeastMemory >> 10,
                'm' => number < LeastMemory >> 20,
                'g' or 't' => number == 0,
                _ => number < LeastMemory,
            };
    }

    /// <summary>systemd takes a name without a type for a service (systemd-debug-generator(8)).</summary>
    private static string WithType(string unit) => unit.Contains('.', StringComparison.Ordinal) ? unit : unit + ".service";

    private static string? EffectOf(RuleInput input, KernelArgument argument) => (argument.NormalizedKey, argument.Value) switch
    {
        ("init", { } program) when Array.IndexOf(Inits, program) < 0 => $"starts {(program.Length == 0 ? "nothing" : program)} in the place of systemd, as root and without asking for a password",
        ("rdinit", _) => "takes another program in the place of the initramfs's own, which finds the root",
        ("rd.break", _) => "stops in the initramfs with a shell of root",
        ("systemd.unit", "rescue.target" or "emergency.target") => "starts no service and asks for root's password",
        ("rd.systemd.unit", "rescue.target" or "emergency.target") => "stops in the initramfs and asks for root's password",
        ("rd.systemd.unit", "poweroff.target" or "halt.target" or "reboot.target" or "kexec.target" or "exit.target") => "ends the machine again in the initramfs",
        ("systemd.run", { Length: > 0 } program) => $"runs {program} in the place of the system, and then ends the machine",
        ("pci", { } options) when options.Split(',').Contains("off", StringComparer.Ordinal) => "leaves every PCI device off, disks and network among them",
        ("console", "null" or "") => "takes every message and prompt from the console, the one for the passphrase too",
        ("mem", { } size) when IsTooLittle(size) => $"leaves the machine {size} of memory, in which no system starts",
        ("systemd.unit", "poweroff.target" or "halt.target" or "reboot.target" or "kexec.target" or "exit.target" or "soft-reboot.target") => "ends the machine again at once",
        ("rd.systemd.mask", { } unit) when Array.IndexOf(InitramfsUnits, WithType(unit)) >= 0 => $"takes {unit} out of the initramfs, which then does not get to the root of the image",
        ("systemd.mask", { } unit) when MaskedNeedRule.IsNeeded(WithType(unit)) => $"takes {unit} out, which is part of every start",
        ("systemd.unit", { } unit) when UnknownTargetRule.IsCertainlyUnknown(input, unit) => $"starts into {unit}, which neither systemd nor the overlay brings: the machine falls back to a rescue shell",
        ("systemd.confirm_spawn", not ("0" or "no" or "false" or "off")) => "asks on the console before each service",
        ("nousb", null) => "leaves every USB device off, the keyboard included",
        (_, null) when Array.IndexOf(Shells, argument.Key) >= 0 => "starts a shell in the place of the system",
        _ => null,
    };
}
