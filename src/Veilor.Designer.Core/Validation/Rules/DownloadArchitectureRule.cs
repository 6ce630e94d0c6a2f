using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A download for another architecture is skipped at build time.</summary>
public sealed class DownloadArchitectureRule() : DesignRule("VD2006", DiagnosticSeverity.Warning, "The download fits none of the architectures")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var download in input.Design.Packages.Downloads)
        {
            if (!input.Design.Image.Builds(download.Architecture))
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "architecture"), $"'{download.Name}' is for an architecture that the image is not built for, so it would never be installed.");
            }
        }
    }
}
