using System.Globalization;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Booting;

/// <summary>The command line of QEMU. The machine has no network and opens no socket; what it writes to its disk is thrown away.</summary>
public static class BootCommand
{
    public const string Program = "qemu-system-x86_64";

    /// <summary>Endings of file names that can be booted as a disk, with QEMU's name of their form.</summary>
    private static readonly (string Ending, string Form)[] DiskForms = [(".qcow2", "qcow2"), (".raw", "raw"), (".img", "raw")];

    private const string IsoEnding = ".iso";

    private const string DriveStart = "file=";

    /// <summary>What a file is booted as, told by its name; null when it is neither a disk nor an ISO that QEMU is given here.</summary>
    public static BootMedium? MediumOf(string file) =>
        file.EndsWith(IsoEnding, StringComparison.OrdinalIgnoreCase) ? BootMedium.Iso
        : DiskForms.Any(form => file.EndsWith(form.Ending, StringComparison.OrdinalIgnoreCase)) ? BootMedium.Disk : null;

    /// <summary>The arguments.</summary>
    /// <param name="file">The disk or ISO.</param>
    /// <param name="machine">The machine.</param>
    /// <exception cref="ArgumentException">The file's name says neither disk nor ISO.</exception>
    /// <remarks>
    /// <c>graphics=off</c> makes SeaBIOS show text screens on the serial console too, such as a boot loader's menu (QEMU, hw/i386/fw_cfg.c,
    /// etc/sercon-port); a VGA card is there all the same, since a graphical login wants one.
    /// </remarks>
    public static EquatableArray<string> Arguments(string file, BootMachine machine)
    {
        var medium = MediumOf(file) ?? throw new ArgumentException($"'{file}' is neither a disk (qcow2, raw, img) nor an ISO.", nameof(file));
        string[] accelerator = machine.HasKvm ? ["-accel", "kvm", "-accel", "tcg"] : ["-accel", "tcg,thread=multi"];
        return
        [
            .. accelerator,
            "-machine", "q35,graphics=off", "-cpu", "max",
            "-smp", machine.Processors.ToString(CultureInfo.InvariantCulture),
            "-m", machine.MemoryMiB.ToString(CultureInfo.InvariantCulture),
            "-nodefaults", "-no-user-config", "-no-reboot", "-nic", "none",
            "-display", "none", "-device", "VGA", "-device", "virtio-rng-pci",
            "-serial", "stdio", "-monitor", "none",
            "-drive", medium == BootMedium.Iso ? $"file={Quote(file)},format=raw,media=cdrom,readonly=on" : Disk(file),
        ];
    }

    /// <summary>The file that a command boots, read back from its arguments; null when there is none.</summary>
    public static string? FileOf(IEnumerable<string> arguments)
    {
        if (arguments.FirstOrDefault(argument => argument.StartsWith(DriveStart, StringComparison.Ordinal)) is not { } drive
            || drive.LastIndexOf(",format=", StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        return drive[DriveStart.Length..end].Replace(",,", ",", StringComparison.Ordinal);
    }

    /// <summary>
    /// What a command is likely to have been meant to reach, for records that do not say so: a login without a desktop, or the installer, in the time
    /// that fits its accelerator. Null when it boots no disk and no ISO.
    /// </summary>
    public static BootTarget? TargetOf(IEnumerable<string> arguments)
    {
        var list = arguments.ToList();
        return FileOf(list) is { } file && MediumOf(file) is { } medium
            ? new BootTarget(medium, IsGraphical: false, BootTarget.DefaultTimeLimit(list.Contains("kvm", StringComparer.Ordinal)))
            : null;
    }

    private static string Disk(string file)
    {
        var form = DiskForms.First(item => file.EndsWith(item.Ending, StringComparison.OrdinalIgnoreCase)).Form;
        return $"file={Quote(file)},format={form},if=virtio,snapshot=on";
    }

    /// <summary>A comma within a value is doubled (qemu(1), -drive).</summary>
    private static string Quote(string file) => file.Replace(",", ",,", StringComparison.Ordinal);
}
