using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The installer runs from its own image and dnf does not run on a machine, so patched copies are never used.</summary>
public sealed class PatchedInstallerRule() : DesignRule("VD7023", DiagnosticSeverity.Info, "A patched installer file is not used")
{
    private static readonly string[] Parts = ["site-packages/pyanaconda/", "site-packages/dnf/", "site-packages/blivet/", "usr/share/anaconda/", "site-packages/pykickstart/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayFiles.All(input.Content)
            .Where(each => Array.Exists(Parts, part => each.Path.Contains(part, StringComparison.Ordinal)))
            .Select(each => ReportFile(each.Path, $"overlay/{each.Path} patches the installer or dnf. The ISO brings its own installer, and dnf does not change a bootc machine, so the file does nothing."));
}
