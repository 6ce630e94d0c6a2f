using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/usr is read-only on a machine; a failed write stops the unit (bootc, filesystem.md). The installer binds it read-only for %post as well (pyanaconda, rpm_ostree/installation.py).</summary>
public sealed class RuntimeWriteRule() : DesignRule("VD7012", DiagnosticSeverity.Error, "A unit changes what is read-only")
{
    private static readonly string[] Verbs = ["install", "update", "upgrade", "remove", "distro-sync"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        BuildCommands.OnMachine(input).Concat(InstallerCommands.Of(input.Design.Installer))
            .Where(command => Writes(input.Design, command))
            .Select(command => Report(command.Path, $"{command.Place} runs '{command.Program}', which writes to /usr: it is read-only on a machine. Do it in a script of the build, or write to /etc or /var."))
            .DistinctBy(each => each.Message, StringComparer.Ordinal);

    private static bool Writes(ImageDesign design, BuildCommand command) =>
        command.Is("dnf", Verbs) || command.Is("dnf5", Verbs) || command.Is("rpm-ostree", "install", "uninstall") || IsSystemPip(command) || command.Program is "dracut" or "plymouth-set-default-theme" or "grubby" or "akmods" or "update-alternatives" or "alternatives"
        || (command.Program is "sed" or "install" or "cp" or "tee" && command.Words.Count > 2 && IsReadOnly(design, command.Words[^1]));

    /// <summary>On atomic desktops, and perhaps on a base that nobody knows, /usr/local is a link into /var.</summary>
    private static bool IsReadOnly(ImageDesign design, string path) =>
        path.StartsWith("/usr/", StringComparison.Ordinal) && (design.HasSmallBase() || !path.StartsWith("/usr/local/", StringComparison.Ordinal));

    /// <summary>pip that installs for everyone, and neither for a user nor into an environment of its own.</summary>
    private static bool IsSystemPip(BuildCommand command) =>
        (command.Is("pip", Verbs) || command.Is("pip3", Verbs))
        && !command.HasOption("--user", "--target", "-t", "--prefix", "--root")
        && (!command.Text.Contains("/pip", StringComparison.Ordinal) || command.Text.Contains("/usr/bin/pip", StringComparison.Ordinal));
}
