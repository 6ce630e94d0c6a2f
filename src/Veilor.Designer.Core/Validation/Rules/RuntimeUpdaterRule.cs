using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/usr is read-only on a machine; updates come as images (bootc, upgrades).</summary>
public sealed class RuntimeUpdaterRule() : DesignRule("VD2014", DiagnosticSeverity.Warning, "The package updates what cannot be changed")
{
    private static readonly string[] Updaters = ["dnf-automatic", "dnf5-plugin-automatic", "PackageKit", "dnfdragora", "yum-cron", "unattended-upgrades"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Packages.Install
            .Where(package => Array.IndexOf(Updaters, package.ToString()) >= 0)
            .Select(package => Report(PackagesFields.Install.PathOf(package), $"'{package}' installs packages on the running machine, where /usr is read-only. Updates come as a new image, by bootc upgrade.", $"Do not install {package}", design => PackagesFields.Install.Remove(design, package)));
}
