using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (kernel) is fatal at two kernels; a swap removes the old one in the same step (lints.rs).</summary>
public sealed class SecondKernelCommandRule() : BuildCommandRule("VD9026", DiagnosticSeverity.Warning, "The build can leave two kernels")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Program is not ("dnf" or "dnf5" or "yum" or "microdnf" or "rpm-ostree") || !command.HasOption("install") ? null
        : command.Words.Any(KernelPackages.IsOther) ? "brings a kernel beside the base's; with two kernels bootc container lint fails. The field for kernel packages takes the base's out in the same step."
        : command.Words.Any(KernelPackages.FollowsNewest) ? "follows the newest kernel, which may not be the base's; with two kernels bootc container lint fails. Remove the old kernel packages in the same step, or name the base's version."
        : null;

    /// <summary>Not where a step makes room for the kernel.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) => !BuildCommands.Of(input).Any(KernelPackages.Removes);
}
