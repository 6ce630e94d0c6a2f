using System.Buffers;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Lockdown and module.sig_enforce load signed modules only (secureblue#255, #1688, #1763).</summary>
public sealed class UnsignedModuleRule() : DesignRule("VD4017", DiagnosticSeverity.Warning, "A driver without a signature would not load")
{
    private static readonly SearchValues<string> Parts = SearchValues.Create(["kmod", "nvidia", "zfs", "virtualbox", "VirtualBox", "v4l2loopback", "broadcom-wl", "wl-kmod", "xpadneo", "evdi"], StringComparison.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var drivers = input.Design.Packages.Install.Where(package => package.ToString().AsSpan().ContainsAny(Parts)).ToList();
        var locks = input.Design.Kernel.Arguments.Where(entry => string.Equals(entry.Argument.Key, "lockdown", StringComparison.Ordinal) || string.Equals(entry.Argument.ToString(), "module.sig_enforce=1", StringComparison.Ordinal)).ToList();
        if (drivers.Count > 0 && !BuildCommands.Of(input).Any(command => command.Program is "sign-file" or "kmodsign" or "kmodgenca" or "mokutil"))
        {
            foreach (var entry in locks)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"With '{entry.Argument}' the kernel loads signed modules only, and {string.Join(", ", drivers)} bring modules that Fedora does not sign. Sign them in the build and enrol the key on each machine, or leave the argument out.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }
}
