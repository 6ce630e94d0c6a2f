using System.Buffers;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootupd installs a fixed grub.cfg, ostree writes the entries, and arguments come from kargs.d (bootupd, src/grub2; bootc, kernel-arguments.md).</summary>
public sealed class BootConfigurationRule() : BuildCommandRule("VD9009", DiagnosticSeverity.Error, "The boot configuration is not made like this")
{
    private static readonly string[] Programs = ["grubby", "grub2-mkconfig", "grub-mkconfig", "grub2-install", "kernel-install", "bootctl", "update-grub"];
    private static readonly string[] InInstaller = ["grub2-mkconfig", "grub-mkconfig", "update-grub"];
    private static readonly string[] Writers = ["sed", "tee", "cp", "mv", "install", "ln", "touch", "COPY", "ADD"];
    private static readonly SearchValues<string> Files = SearchValues.Create(["/etc/default/grub", "/etc/kernel/cmdline", "/boot/grub2", "/boot/loader"], StringComparison.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        base.Check(input).Concat(InstallerCommands.Of(input.Design.Installer)
            .Where(command => (Array.IndexOf(InInstaller, command.Program) >= 0 && !Asks(command)) || (command.Text.Contains("/etc/default/grub", StringComparison.Ordinal) && IsWriting(command)))
            .Select(command => Report(command.Path, $"{command.Place}: '{StrayText.Shown(command.Text)}': the boot loader of a bootc system reads a fixed file and the entries that ostree writes, so this changes nothing that lasts. Kernel arguments belong into the section Hardening."))
            .DistinctBy(each => each.Message, StringComparer.Ordinal));

    private protected override string? Problem(BuildCommand command) =>
        command.Is("rpm-ostree", "kargs") || (command.Is("ostree", "admin") && command.Words.Contains("kargs", StringComparer.Ordinal))
            ? "needs a machine that has started from an image, and ends the build. Kernel arguments of the image belong into the section Hardening."
        : (Array.IndexOf(Programs, command.Program) >= 0 && !Asks(command))
        || (IsWriting(command) && command.Text.AsSpan().ContainsAny(Files))
            ? "has no effect on a bootc system, or fails because the file is not there. Kernel arguments belong into the section Hardening, names into Branding."
            : null;

    private static bool IsWriting(BuildCommand command) =>
        Array.IndexOf(Writers, command.Program) >= 0 || command.Text.Contains('>', StringComparison.Ordinal);

    /// <summary>True for a call that only looks.</summary>
    private static bool Asks(BuildCommand command) =>
        command.Is("kernel-install", "list", "inspect") || command.Is("bootctl", "status", "list", "is-installed")
        || command.HasOption("--help", "--version", "--info", "--default-kernel", "--default-index", "--default-title");
}
