using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>zram-generator reads the file at every start (zram-generator.conf(5)); without the package nobody does.</summary>
public sealed class MissingZramGeneratorRule() : DesignRule("VD3035", DiagnosticSeverity.Warning, "The program for swap in memory may be missing")
{
    private static readonly PackageSpec[] Packages = [PackageSpec.Parse("zram-generator"), PackageSpec.Parse("zram-generator-defaults")];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Storage.HasZram && !Array.Exists(Packages, package => PackagesFields.Install.Contains(input.Design, package)))
        {
            yield return Report(
                input.Design.Storage.ZramSize is null ? StorageFields.ZramAlgorithm.Path : StorageFields.ZramSize.Path,
                "Swap in memory is made by zram-generator. Unless the base or a group brings it, nobody reads the setting.",
                "Install zram-generator",
                design => PackagesFields.Install.Add(design, Packages[0]));
        }
    }
}
