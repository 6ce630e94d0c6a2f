using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (nonempty-boot, nonempty-run-tmp) warns; /boot is filled from /usr/lib/modules, /run is empty at boot (lints.rs).</summary>
public sealed class EmptiedTargetRule() : BuildCommandRule("VD9025", DiagnosticSeverity.Warning, "What the build writes there does not reach a machine")
{
    /// <summary>Options of dracut that make no initramfs.</summary>
    private static readonly string[] Questions = ["--help", "-h", "--version", "--list-modules", "--print-cmdline", "--no-kernel"];

    private protected override string? Problem(BuildCommand command) => command.Program switch
    {
        "dracut" => IsDracutWithoutImage(command) ? "writes the initramfs to /boot, where dracut puts it without the name of a file, and machines take the one of /usr/lib/modules. Name it: dracut --force --kver VERSION /usr/lib/modules/VERSION/initramfs.img, or let a field of the section Branding rebuild it." : null,
        "gsettings" => command.Is("gsettings", "set", "reset", "reset-recursively") ? "changes settings of root, over a session bus that a build does not have. For everybody they belong into a file of /etc/dconf/db/local.d or a .gschema.override of the overlay." : null,
        _ => command.Text.Contains("/boot", StringComparison.Ordinal) || command.Text.Contains("/run", StringComparison.Ordinal) ? Target(command) : null,
    };

    private static string? Target(BuildCommand command) =>
        BuildTargets.WritesBelow(command, "/boot/") ? "/boot of a machine is filled from /usr/lib/modules, and bootc container lint warns of files in it. Put boot loader settings where bootupd reads them, kernels below /usr/lib/modules."
        : (BuildTargets.WritesBelow(command, "/run/") || BuildTargets.WritesBelow(command, "/var/run/")) && !BuildTargets.WritesBelow(command, "/run/build/") ? "/run is empty at every start, and bootc container lint warns of files in it. Make them with tmpfiles.d."
        : null;

    /// <summary>Not where the design makes another one, or a step takes it to its place.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        !command.Is("dracut") || (!input.Design.NeedsInitramfs() && !BuildCommands.Of(input).Any(each => !each.Is("dracut") && each.Text.Contains("/boot", StringComparison.Ordinal) && each.Text.Contains("/lib/modules", StringComparison.Ordinal)));

    /// <summary>True when neither a file nor a variable stands where dracut takes the name of the image from, or one in /boot (dracut(8); dracut.sh, outfile).</summary>
    private static bool IsDracutWithoutImage(BuildCommand command)
    {
        if (command.HasOption(Questions))
        {
            return false;
        }

        var isValue = false;
        foreach (var word in command.Words.Skip(1))
        {
            if (!isValue && (word.Contains('/', StringComparison.Ordinal) || word.Contains('$', StringComparison.Ordinal) || word.EndsWith(".img", StringComparison.Ordinal)) && !word.StartsWith("--kver=", StringComparison.Ordinal))
            {
                return word.StartsWith("/boot/", StringComparison.Ordinal);
            }

            isValue = word is "--kver";
        }

        return true;
    }
}
