using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>crypto-policies of Fedora 42 and of Enterprise Linux 10 have no fips-mode-setup any more (Fedora change RemoveFipsModeSetup; RHEL 10, Security hardening).</summary>
public sealed class RemovedFipsToolRule() : BuildCommandRule("VD9037", DiagnosticSeverity.Error, "The base has no fips-mode-setup any more")
{
    private const int FirstFedora = 42;

    /// <summary>True for a base that is known to lack the program.</summary>
    internal static bool IsGone(ImageDesign design) =>
        design.IsEnterpriseLinux() ? design.Image.Base.Tag is { } tag && (tag.StartsWith("10", StringComparison.Ordinal) || tag.StartsWith("stream10", StringComparison.Ordinal))
        : design.FedoraRelease() is { } release ? release >= FirstFedora
        : design.HasSmallBase();

    private protected override string? Problem(BuildCommand command) =>
        command.Is("fips-mode-setup") && !command.MayFail
            ? "the base has no such program, so the build ends there. The switch FIPS mode under System sets the kernel argument and the crypto policy."
            : null;

    private protected override bool IsAsked(RuleInput input, BuildCommand command) => IsGone(input.Design) && !OverlayFiles.Has(input.Content, "usr/bin/fips-mode-setup");
}
