using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The second step overwrites what the first installed.</summary>
public sealed class SameProgramRule() : DesignRule("VD2012", DiagnosticSeverity.Error, "Two downloads become one file")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Packages.Downloads
            .GroupBy(download => (download.InstallPath, download.Architecture))
            .SelectMany(group => group.Skip(1).Select(download => Report(PackagesFields.Downloads.PathOf(download, "install_path"), $"'{download.Name}' and '{group.First().Name}' are both installed as {download.InstallPath}; the later one wins.", $"Remove {download.Name}", design => PackagesFields.Downloads.Remove(design, download.Name.ToString()))));
}
