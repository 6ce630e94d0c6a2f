using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// Whoever makes the disk writes /etc/fstab anew: bootc where /boot is a partition (install.rs), the disk builders (osbuild, stage
/// org.osbuild.fstab), and the installer (Anaconda, fsset.py).
/// </summary>
public sealed class FstabLineRule() : BuildCommandRule("VD9033", DiagnosticSeverity.Warning, "The line of fstab does not reach a machine")
{
    private const string File = "/etc/fstab";

    private protected override string? Problem(BuildCommand command) =>
        command.Text.Contains(File, StringComparison.Ordinal) && (BuildTargets.Writes(command, File) || IsEdit(command)) && HasContent(command)
            ? "writes to a file that the installer and the disk builder write anew for the disk that they make. Draw partitions in the section Storage, and put other mounts into a .mount unit of the overlay."
            : null;

    private static bool IsEdit(BuildCommand command) =>
        command.Is("sed") && command.Words.Any(word => word.StartsWith("-i", StringComparison.Ordinal) || word.StartsWith("--in-place", StringComparison.Ordinal)) && command.Words.Contains(File, StringComparer.Ordinal);

    /// <summary>An empty file is what an image should have.</summary>
    private static bool HasContent(BuildCommand command) => command.Program switch
    {
        "touch" or ":" or "true" or "truncate" or "ln" => false,
        _ when command.Program.StartsWith('>') || command.Words.Contains("/dev/null", StringComparer.Ordinal) => false,
        "echo" or "printf" or "cat" => command.Words.Skip(1).Any(word => word.Length > 0 && word[0] is not '-' and not '>' and not '#' && word is not File),
        _ => true,
    };
}
