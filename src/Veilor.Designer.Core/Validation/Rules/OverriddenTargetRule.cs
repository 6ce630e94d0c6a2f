using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd.unit=, and the number of a runlevel in its place, holds before default.target (systemd(1), Kernel Command Line).</summary>
public sealed class OverriddenTargetRule() : DesignRule("VD4042", DiagnosticSeverity.Warning, "An argument starts into another target")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Services.DefaultTarget is not { } wanted)
        {
            yield break;
        }

        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (Other(entry.Argument, wanted) is { } other)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' starts into {other}, whatever the default target is, which the design sets to {wanted}.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content))
        {
            if (Other(argument, wanted) is { } other)
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' starts into {other}, whatever the default target is, which the design sets to {wanted}.");
            }
        }
    }

    /// <summary>The target that the argument starts into when it is another; one that starts no system has a rule of its own.</summary>
    private static string? Other(KernelArgument argument, UnitName wanted)
    {
        var target = (argument.NormalizedKey, argument.Value) switch
        {
            ("systemd.unit", "graphical.target" or "multi-user.target") => argument.Value,
            ("systemd.unit", "runlevel5.target") or ("5", null) => "graphical.target",
            ("systemd.unit", "runlevel2.target" or "runlevel3.target" or "runlevel4.target") or ("2" or "3" or "4", null) => "multi-user.target",
            _ => null,
        };
        return target is null || string.Equals(target, wanted.ToString(), StringComparison.Ordinal) ? null : target;
    }
}
