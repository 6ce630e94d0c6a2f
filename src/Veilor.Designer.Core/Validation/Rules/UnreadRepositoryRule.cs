using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// dnf passes over the section main of a repository file, and over an id that an earlier file has: the files are read
/// in the order of their names (libdnf5, RepoSack::create_repos_from_file).
/// </summary>
public sealed class UnreadRepositoryRule() : DesignRule("VD2021", DiagnosticSeverity.Error, "dnf does not read a repository of this id")
{
    /// <summary>Ids of fedora-updates.repo and fedora-updates-testing.repo, which come before a file of the id's own name.</summary>
    private static readonly string[] Updates =
    [
        "updates", "updates-debuginfo", "updates-source", "updates-testing", "updates-testing-debuginfo", "updates-testing-source",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var repository in input.Design.Packages.Repositories)
        {
            var id = repository.Id.ToString();
            if (id is "main")
            {
                yield return Renamed(repository, "'main' is the section of dnf's own settings, so dnf reads no repository from it.");
            }
            else if (Array.IndexOf(Updates, id) >= 0 && !input.Design.IsEnterpriseLinux())
            {
                yield return Renamed(repository, $"The base has a repository '{id}' in a file that is read before /etc/yum.repos.d/{id}.repo, so dnf leaves yours out.");
            }
        }
    }

    private Diagnostic Renamed(PackageRepository repository, string message) =>
        Report(PackagesFields.Repositories.PathOf(repository, "id"), message, $"Call it {NewId(repository)}", design => Rename(design, repository));

    /// <summary>The design with another id for the repository.</summary>
    internal static ImageDesign Rename(ImageDesign design, PackageRepository repository)
    {
        var id = NewId(repository);
        while (PackagesFields.Repositories.Find(design, id) is not null)
        {
            id += "-2";
        }

        return PackagesFields.Repositories.Replace(design, repository.Id.ToString(), repository with { Id = PackageGroupId.Parse(id) });
    }

    internal static string NewId(PackageRepository repository) => $"own-{repository.Id}";
}
