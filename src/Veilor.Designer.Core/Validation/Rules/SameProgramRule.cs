using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The second step overwrites what the first installed, and the overlay is copied behind both.</summary>
public sealed class SameProgramRule() : DesignRule("VD2012", DiagnosticSeverity.Error, "A download is overwritten")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        [.. OfOverlay(input), .. input.Design.Packages.Downloads
            .Where(download => !download.IsPackage)
            .GroupBy(download => (download.Program, download.Architecture))
            .SelectMany(group => group.Skip(1).Select(download => Report(PackagesFields.Downloads.PathOf(download, "install_path"), $"'{download.Name}' and '{group.First().Name}' are both installed as {download.Program}; the later one wins.", $"Remove {download.Name}", design => PackagesFields.Downloads.Remove(design, download.Name.ToString()))))];

    private IEnumerable<Diagnostic> OfOverlay(RuleInput input) =>
        input.Design.Packages.Downloads
            .Where(download => download.Program is { } program && OverlayFiles.Has(input.Content, program.ToString()[1..]))
            .Select(download => Report(PackagesFields.Downloads.PathOf(download, "install_path"), $"overlay{download.Program} is copied behind the download '{download.Name}' and takes its place.", $"Remove {download.Name}", design => PackagesFields.Downloads.Remove(design, download.Name.ToString())));
}
