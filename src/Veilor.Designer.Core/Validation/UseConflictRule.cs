using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>A rule about settings that stand against what machines are used for. The fix takes the setting away.</summary>
public abstract class UseConflictRule : DesignRule
{
    private readonly bool _isFatal;

    private protected UseConflictRule(string code, DiagnosticSeverity severity, string title, bool isFatal)
        : base(code, severity, title) =>
        _isFatal = isFatal;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        return design.Image.Uses.IsEmpty ? [] : Arguments(design).Concat(Sysctls(design)).Concat(Modules(design)).Concat(Masks(design));
    }

    private IEnumerable<Diagnostic> Arguments(ImageDesign design) =>
        from entry in design.Kernel.Arguments
        from conflict in UseConflicts.Of(design, entry.Argument).Where(IsMine)
        select Report(KernelFields.Arguments.PathOf(entry), Message($"'{entry.Argument}'", conflict), $"Remove {entry.Argument}", each => KernelFields.Arguments.Remove(each, entry.Argument.ToString()));

    private IEnumerable<Diagnostic> Sysctls(ImageDesign design) =>
        from setting in design.Kernel.Sysctls
        from conflict in UseConflicts.Of(design, setting).Where(IsMine)
        select Report(KernelFields.Sysctls.PathOf(setting), Message($"'{setting}'", conflict), $"Remove {setting}", each => KernelFields.Sysctls.Remove(each, setting));

    private IEnumerable<Diagnostic> Modules(ImageDesign design) =>
        from module in design.Kernel.BlockedModules
        from conflict in UseConflicts.Of(design, module).Where(IsMine)
        select Report(KernelFields.BlockedModules.PathOf(module), Message($"'{module}', blocked,", conflict), $"Do not block {module}", each => KernelFields.BlockedModules.Remove(each, module));

    private IEnumerable<Diagnostic> Masks(ImageDesign design) =>
        from unit in design.Services.Mask
        from conflict in UseConflicts.OfMask(design, unit).Where(IsMine)
        select Report(ServicesFields.Mask.PathOf(unit), Message($"'{unit}', masked,", conflict), $"Do not mask {unit}", each => ServicesFields.Mask.Remove(each, unit));

    private bool IsMine(UseConflict conflict) => conflict.IsFatal == _isFatal;

    private static string Message(string what, UseConflict conflict) =>
        $"{what} stands against the use “{ImageFields.Uses.Codec.Choices.First(choice => choice.Value == conflict.Use).Label}”: {conflict.Why}.";
}
