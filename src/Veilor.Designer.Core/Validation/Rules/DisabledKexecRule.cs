using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kdump loads its kernel by kexec, which a setting forbids, into memory that crashkernel= keeps back (kernel, admin-guide/kdump).</summary>
public sealed class DisabledKexecRule() : DesignRule("VD4020", DiagnosticSeverity.Warning, "kdump cannot work")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var kdump = UnitName.Parse("kdump.service");
        var setting = input.Design.Kernel.Sysctls.FirstOrDefault(each => string.Equals(each.ProcPath, "kernel/kexec_load_disabled", StringComparison.Ordinal) && string.Equals(each.Value, "1", StringComparison.Ordinal));
        if (setting is not null && ServicesFields.Enable.Contains(input.Design, kdump))
        {
            yield return Report(ServicesFields.Enable.PathOf(kdump), $"kdump loads its crash kernel by kexec, and '{setting}' forbids that.", "Do not enable kdump", design => ServicesFields.Enable.Remove(design, kdump));
        }

        if (ServicesFields.Enable.Contains(input.Design, kdump) && input.Design.HasSmallBase() && !input.Design.IsEnterpriseLinux() && !ReservesMemory(input))
        {
            yield return Report(ServicesFields.Enable.PathOf(kdump), "kdump needs memory that the kernel keeps back for its crash kernel, and no argument does that: the service fails at every start. Set crashkernel=, such as crashkernel=256M, or leave kdump out.", "Do not enable kdump", design => ServicesFields.Enable.Remove(design, kdump));
        }
    }

    /// <summary>True when the design, one of its steps or a file of the overlay enables kdump.</summary>
    internal static bool IsKdumpEnabled(RuleInput input) =>
        ServicesFields.Enable.Contains(input.Design, UnitName.Parse("kdump.service"))
        || BuildCommands.Of(input).Any(command => command.Text.Contains("kdump", StringComparison.Ordinal))
        || OverlayFiles.All(input.Content).Any(each => each.Path.Contains("kdump.service", StringComparison.Ordinal)
            || (each.Path.EndsWith(".preset", StringComparison.Ordinal) && each.File.ReadableText().Contains("kdump", StringComparison.Ordinal)));

    private static bool ReservesMemory(RuleInput input) =>
        input.Design.Kernel.Arguments.Any(entry => entry.Argument.NormalizedKey is "crashkernel")
        || KargsFiles.Arguments(input.Content).Any(each => each.Argument.NormalizedKey is "crashkernel")
        || BuildCommands.Of(input).Any(command => command.Text.Contains("crashkernel", StringComparison.Ordinal));
}
