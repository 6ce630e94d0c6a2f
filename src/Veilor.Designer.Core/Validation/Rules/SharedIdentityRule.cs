using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments that name one machine and not its disk: id, host name, address (systemd(1), machine-id(5), hostname(5), dracut.cmdline(7)).</summary>
public sealed class SharedIdentityRule() : DesignRule("VD4035", DiagnosticSeverity.Warning, "Every machine would call itself the same")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (entry.Owner == ArgumentOwner.Image && EffectOf(entry.Argument) is { } effect)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' {effect}", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (EffectOf(argument) is { } effect)
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' {effect}");
            }
        }
    }

    private static string? EffectOf(KernelArgument argument) => (argument.NormalizedKey, argument.Value) switch
    {
        ("systemd.machine_id", { Length: > 0 } and not "firmware") => "gives every machine with this image the same id, by which logs, leases and licences tell them apart. Without it each machine makes its own.",
        ("systemd.hostname", { Length: > 0 }) => "gives every machine with this image the same host name, and /etc/hostname and hostnamectl have no say beside it. The field Host name sets one that a machine can change.",
        ("ip", { } value) when IsStatic(value) => "gives every machine with this image the same address, and two of them in one network reach nobody. ip=dhcp asks for one each; an address of one machine belongs into its installation.",
        ("ifname", { Length: > 0 }) => "names a network card by its address, which no second machine has.",
        _ => null,
    };

    /// <summary>True for the forms that begin with an address (dracut.cmdline(7), ip=).</summary>
    private static bool IsStatic(string value) =>
        value.StartsWith('[') || (value.Split(':')[0].Split('.') is { Length: 4 } parts && parts.All(part => byte.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)));
}
