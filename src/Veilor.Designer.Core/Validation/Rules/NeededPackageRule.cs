using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Removing these takes the system's foundation with it, or dnf refuses as they are protected.</summary>
public sealed class NeededPackageRule() : DesignRule("VD2016", DiagnosticSeverity.Error, "The image cannot do without the package")
{
    private static readonly string[] Needed =
        ["bootc", "ostree", "systemd", "kernel", "kernel-core", "kernel-modules", "kernel-modules-core", "dracut", "bash", "glibc", "coreutils", "dnf5", "rpm", "bootupd", "composefs", "skopeo", "setup", "filesystem", "selinux-policy-targeted"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var removed in input.Design.Packages.Remove)
        {
            if (Array.Find(Needed, name => PackagePattern.Matches(removed, PackageSpec.Parse(name))) is { } needed)
            {
                yield return Report(PackagesFields.Remove.PathOf(removed), $"'{removed}' takes {needed} away, which a bootc image needs to start, to update or to be built.", $"Keep {removed}", design => PackagesFields.Remove.Remove(design, removed));
            }
        }
    }
}
