using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf refuses a repository without baseurl, metalink or mirrorlist.</summary>
public sealed class RepositoryWithoutUrlRule() : DesignRule("VD2005", DiagnosticSeverity.Error, "The repository has no address")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var repository in input.Design.Packages.Repositories)
        {
            if (repository.BaseUrl is null && repository.Metalink is null)
            {
                yield return Report(PackagesFields.Repositories.PathOf(repository, "base_url"), $"The repository {repository.Id} has no address, so dnf would refuse to work at all.", $"Remove the repository {repository.Id}", design => PackagesFields.Repositories.Remove(design, repository.Id.ToString()));
            }
            else if (repository.BaseUrl?.FileName is { } name && name.EndsWith(".repo", StringComparison.OrdinalIgnoreCase))
            {
                yield return Report(PackagesFields.Repositories.PathOf(repository, "base_url"), $"{repository.BaseUrl} is a file that describes a repository, and dnf would look for packages behind it. Take the address after baseurl= in that file.");
            }
        }
    }
}
