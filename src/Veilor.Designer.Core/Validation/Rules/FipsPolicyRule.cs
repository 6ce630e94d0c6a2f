using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>fips=1 switches the kernel; user space follows the crypto policy of the image (RHEL security guide).</summary>
public sealed class FipsPolicyRule() : DesignRule("VD4025", DiagnosticSeverity.Warning, "FIPS mode needs the crypto policy too")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var entry = input.Design.Kernel.Arguments.FirstOrDefault(each => string.Equals(each.Argument.ToString(), "fips=1", StringComparison.Ordinal));
        if (entry is not null && !input.Design.System.Fips && !BuildCommands.Of(input).Any(command => command.Program is "update-crypto-policies" || (command.Is("fips-mode-setup") && !RemovedFipsToolRule.IsGone(input.Design))))
        {
            yield return Report(KernelFields.Arguments.PathOf(entry), "fips=1 holds the kernel to FIPS, but programs follow the crypto policy, which nothing in the build sets. The switch FIPS mode under System sets both.", "Switch FIPS mode on", design => SystemFields.Fips.Set(design, value: true));
        }
    }
}
