using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf reads a key when it installs the first package of the repository; the overlay is copied after the packages, so that a changed file does not install everything anew.</summary>
public sealed class LateKeyRule() : DesignRule("VD2023", DiagnosticSeverity.Warning, "The repository's key comes after its packages")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        from repository in input.Design.Packages.Repositories
        from file in repository.GpgKey?.Files ?? []
        where input.Content.Find("overlay" + file) is not null && !input.Design.Extra.BeforePackages.Contains(file.ToString()[(file.ToString().LastIndexOf('/') + 1)..], StringComparison.Ordinal)
        select Report(
            PackagesFields.Repositories.PathOf(repository, "gpg_key"),
            $"{file} is in the overlay, which is copied after the packages: dnf does not find it when it installs from {repository.Id}. Copy it with a line of your own before the packages, or give the key's address on the web.");
}
