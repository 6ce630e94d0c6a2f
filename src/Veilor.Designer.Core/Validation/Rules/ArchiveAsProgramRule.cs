using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>install(1) copies the archive itself; tar cannot read zip or rpm.</summary>
public sealed class ArchiveAsProgramRule() : DesignRule("VD2013", DiagnosticSeverity.Error, "The download is an archive")
{
    private static readonly string[] Archives = [".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar.zst", ".tar"];
    private static readonly string[] Unreadable = [".zip", ".rpm", ".deb", ".7z"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var download in input.Design.Packages.Downloads)
        {
            var name = download.Url.FileName;
            if (Array.Exists(Unreadable, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "url"), $"'{name}' is not a tar archive, and the step knows no other kind. Take a tar archive or the bare program; a package belongs into a repository.");
            }
            else if (download.ArchiveMember is null && Array.Exists(Archives, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "archive_member"), $"'{name}' is an archive, and no member of it is named, so the archive itself would be installed as {download.InstallPath}.");
            }
        }
    }
}
