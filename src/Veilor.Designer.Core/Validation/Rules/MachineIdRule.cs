using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without it, or with "uninitialized", Fedora runs preset-all at the first boot and disables what is enabled by a link alone (Fedora change, preset all units on first boot).</summary>
public sealed class MachineIdRule() : BuildCommandRule("VD9018", DiagnosticSeverity.Error, "The machine id makes services fall back")
{
    private const string File = "/etc/machine-id";

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        base.Check(input).Concat(OverlayFiles.All(input.Content)
            .Where(each => string.Equals(each.Path, "etc/machine-id", StringComparison.Ordinal))
            .Select(_ => ReportFile("etc/machine-id", "overlay/etc/machine-id would give every machine the same id, or reset its services at the first boot. The base ships the file empty; leave it so.")));

    /// <summary>Emptying the file is the state that the base ships.</summary>
    private protected override string? Problem(BuildCommand command) =>
        command.Program is "systemd-machine-id-setup" or "dbus-uuidgen"
        || (command.Program is "rm" or "unlink" or "mv" && command.Words.Contains(File, StringComparer.Ordinal))
        || (BuildTargets.Writes(command, File) && HasContent(command))
            ? "changes /etc/machine-id. The base ships it empty, and each machine fills it in; any other state makes every machine the same, or resets its services."
            : null;

    private static bool HasContent(BuildCommand command) => command.Program switch
    {
        "touch" or ":" or "true" or "truncate" => false,
        _ when command.Program.StartsWith('>') => false,
        "echo" or "printf" or "cat" => command.Words.Skip(1).Any(word => word.Length > 0 && word[0] is not '-' and not '>' && word is not File and not "/dev/null"),
        _ => true,
    };
}
