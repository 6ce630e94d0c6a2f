using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A file of the same name replaces the base's, and of two repositories with one id dnf takes the one that it reads first (libdnf5, RepoSack::create_repos_from_file).</summary>
public sealed class BaseRepositoryRule() : DesignRule("VD2022", DiagnosticSeverity.Warning, "The repository takes the place of the base's")
{
    /// <summary>Ids and file names of fedora-repos.</summary>
    private static readonly string[] Fedora = ["fedora", "fedora-debuginfo", "fedora-source", "fedora-cisco-openh264", "fedora-updates", "fedora-updates-testing"];

    /// <summary>Ids and file names of centos-stream-repos and of its kin.</summary>
    private static readonly string[] EnterpriseLinux = ["baseos", "appstream", "crb", "extras", "extras-common", "highavailability", "resilientstorage", "nfv", "rt", "centos", "centos-addons", "redhat", "almalinux", "rocky"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var known = input.Design.IsEnterpriseLinux() ? EnterpriseLinux : Fedora;
        return input.Design.Packages.Repositories
            .Where(repository => Array.IndexOf(known, repository.Id.ToString()) >= 0)
            .Select(repository => Report(PackagesFields.Repositories.PathOf(repository, "id"), $"The base has a repository '{repository.Id}' of its own, and yours takes its place in the image and on the machines.", $"Call it {UnreadRepositoryRule.NewId(repository)}", design => UnreadRepositoryRule.Rename(design, repository)));
    }
}
