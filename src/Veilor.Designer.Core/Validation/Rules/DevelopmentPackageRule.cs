using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Headers and debug data are for building software, not for running it; every machine downloads them.</summary>
public sealed class DevelopmentPackageRule() : DesignRule("VD2010", DiagnosticSeverity.Info, "A package for building software is in the image")
{
    private static readonly string[] Endings = ["-devel", "-debuginfo", "-debugsource", "-static"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Packages.Install
            .Where(package => Array.Exists(Endings, ending => package.ToString().EndsWith(ending, StringComparison.Ordinal)))
            .Select(package => Report(PackagesFields.Install.PathOf(package), $"'{package}' is needed to build software, and every machine downloads it with each update. If a script of the build needs it, remove it again in that script.", $"Do not install {package}", design => PackagesFields.Install.Remove(design, package)));
}
