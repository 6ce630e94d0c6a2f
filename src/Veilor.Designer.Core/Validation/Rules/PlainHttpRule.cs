using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Over plain http anyone on the way can put in other metadata or another key.</summary>
public sealed class PlainHttpRule() : DesignRule("VD2009", DiagnosticSeverity.Warning, "The address is not protected on the way")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var repository in input.Design.Packages.Repositories)
        {
            if (repository.GpgKey?.Addresses.Any(address => !address.IsHttps) is true)
            {
                yield return Report(PackagesFields.Repositories.PathOf(repository, "gpg_key"), $"The key of {repository.Id} comes over plain http, so anyone on the way can put in another one. Use https.");
            }

            if (repository.Metalink is { IsHttps: false })
            {
                yield return Report(PackagesFields.Repositories.PathOf(repository, "metalink"), $"The mirrors of {repository.Id} are read over plain http, so anyone on the way can name others. Use https.");
            }

            if (repository.BaseUrl is { IsHttps: false })
            {
                yield return Report(PackagesFields.Repositories.PathOf(repository, "base_url"), $"The repository {repository.Id} is read over plain http, so anyone on the way can hold back updates. Use https.");
            }
        }
    }
}
