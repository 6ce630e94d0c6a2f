using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

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

    /// <summary>One for each conflict: settings of several interfaces are the same fact.</summary>
    private IEnumerable<Diagnostic> Sysctls(ImageDesign design) =>
        from setting in design.Kernel.Sysctls
        from conflict in UseConflicts.Of(design, setting).Where(IsMine)
        group setting by conflict into same
        select Report(KernelFields.Sysctls.PathOf(same.First()), Message($"'{string.Join("', '", same)}'", same.Key, same.Skip(1).Any()), RemovalOf(same), each => same.Aggregate(each, KernelFields.Sysctls.Remove));

    /// <summary>The title of a fix that takes settings away.</summary>
    internal static string RemovalOf(IEnumerable<SysctlSetting> settings) => settings.Skip(1).Any() ? $"Remove the {settings.Count()} settings" : $"Remove {settings.First()}";

    private IEnumerable<Diagnostic> Modules(ImageDesign design) =>
        from module in design.Kernel.BlockedModules
        from conflict in UseConflicts.Of(design, module).Where(IsMine)
        select Report(KernelFields.BlockedModules.PathOf(module), Message($"'{module}', blocked,", conflict), $"Do not block {module}", each => KernelFields.BlockedModules.Remove(each, module));

    private IEnumerable<Diagnostic> Masks(ImageDesign design) =>
        from unit in design.Services.Mask
        from conflict in UseConflicts.OfMask(design, unit).Where(IsMine)
        select Report(ServicesFields.Mask.PathOf(unit), Message($"'{unit}', masked,", conflict), $"Do not mask {unit}", each => ServicesFields.Mask.Remove(each, unit));

    private bool IsMine(UseConflict conflict) => conflict.IsFatal == _isFatal;

    private static string Message(string what, UseConflict conflict, bool isPlural = false) =>
        $"{what} {(isPlural ? "stand" : "stands")} against the use “{ImageFields.Uses.Codec.Choices.First(choice => choice.Value == conflict.Use).Label}”: {conflict.Why}.";
}
