using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (kernel) is fatal at two kernels; a swap removes the old one in the same step (lints.rs).</summary>
public sealed class SecondKernelCommandRule() : BuildCommandRule("VD9026", DiagnosticSeverity.Warning, "The build can leave two kernels")
{
    private static readonly string[] Kernels = ["kernel", "kernel-core", "kernel-modules", "kernel-modules-core", "kernel-modules-extra", "kernel-uki-virt"];

    private protected override string? Problem(BuildCommand command) =>
        command.Program is "dnf" or "dnf5" or "microdnf" && command.Words.Any(word => word is "install") && command.Words.Any(word => Array.IndexOf(Kernels, word) >= 0)
            ? "follows the newest kernel, which may not be the base's; with two kernels bootc container lint fails. Remove the old kernel packages in the same step, or name the base's version."
            : null;
}
