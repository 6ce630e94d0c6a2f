using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without a key dnf cannot check signatures (dnf.conf, gpgcheck).</summary>
public sealed class UncheckedRepositoryRule() : DesignRule("VD2004", DiagnosticSeverity.Warning, "Packages of the repository are not checked")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var repository in input.Design.Packages.Repositories)
        {
            if (repository.GpgKey is null)
            {
                yield return Report(PackagesFields.Repositories.PathOf(repository, "gpg_key"), $"The repository {repository.Id} has no key, so whoever can change its server or the way to it decides what is installed.");
            }
        }
    }
}
