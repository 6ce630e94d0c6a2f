using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>After a lock nothing that is plugged in, or reloaded after sleep, finds its driver (lynis#1252; Kicksecure keeps its unit disabled).</summary>
public sealed class ModuleLockUseRule() : DesignRule("VD6018", DiagnosticSeverity.Error, "Modules are locked where devices come and go")
{
    private static readonly MachineUse[] Uses = [MachineUse.Laptop, MachineUse.Desktop, MachineUse.VirtualizationHost];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (Array.Exists(Uses, input.Design.IsFor))
        {
            foreach (var unit in ModuleLocks.Enabled(input))
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' locks modules, and these machines need drivers later: after sleep Wi-Fi, docks and USB stay dead until a restart. lockdown=integrity keeps unsigned modules out without that.", "Use lockdown=integrity in its place", design => Replace(design, unit));
            }
        }
    }

    private static ImageDesign Replace(ImageDesign design, UnitName unit)
    {
        design = ServicesFields.Enable.Remove(design, unit);
        return design.Kernel.Arguments.Any(entry => string.Equals(entry.Argument.Key, "lockdown", StringComparison.Ordinal)) || design.IsFor(MachineUse.Hibernation)
            ? design
            : KernelFields.Arguments.Put(design, new KernelArgumentEntry { Argument = KernelArgument.Parse("lockdown=integrity") });
    }
}
