using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>No file has the SHA-256 of zeros; it is what a new row starts with.</summary>
public sealed class PlaceholderChecksumRule() : DesignRule("VD2011", DiagnosticSeverity.Error, "The checksum is missing")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Packages.Downloads
            .Where(download => download.Sha256.Hex.All(digit => digit == '0'))
            .Select(download => Report(PackagesFields.Downloads.PathOf(download, "sha256"), $"The checksum of '{download.Name}' is still the row's placeholder, so the build would end at its check. Take it from the maker's release page, or download the file and run sha256sum."));
}
