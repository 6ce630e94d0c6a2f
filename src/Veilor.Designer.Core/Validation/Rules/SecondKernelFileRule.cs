using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (kernel) is fatal when two folders of /usr/lib/modules hold a vmlinuz.</summary>
public sealed class SecondKernelFileRule() : DesignRule("VD7019", DiagnosticSeverity.Error, "The overlay brings a second kernel")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayFiles.Below(input.Content, "usr/lib/modules/")
            .Where(each => each.Path.EndsWith("/vmlinuz", StringComparison.Ordinal))
            .Select(each => ReportFile(each.Path, $"overlay/{each.Path} is a kernel beside the base's, and bootc container lint ends the build at two kernels."));
}
