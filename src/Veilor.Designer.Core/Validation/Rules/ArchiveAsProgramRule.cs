using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>install(1) copies the archive or the compressed file itself; tar cannot read zip or deb. dnf installs an rpm.</summary>
public sealed class ArchiveAsProgramRule() : DesignRule("VD2013", DiagnosticSeverity.Error, "The download is an archive")
{
    private static readonly string[] Archives = [".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar.zst", ".tar"];
    private static readonly string[] Unreadable = [".zip", ".deb", ".7z"];
    private static readonly string[] Compressed = [".gz", ".xz", ".bz2", ".zst"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var download in input.Design.Packages.Downloads)
        {
            var name = download.Url.FileName;
            if (Array.Exists(Unreadable, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "url"), $"'{name}' is not a tar archive, and the step knows no other kind. Take a tar archive, the bare program or an RPM.");
            }
            else if (download.ArchiveMember is null && Array.Exists(Archives, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "archive_member"), $"'{name}' is an archive, and no member of it is named, so the archive itself would be installed as {download.Program}.");
            }
            else if (Array.Find(Compressed, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } end
                && !Array.Exists(Archives, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && download.Program?.ToString().EndsWith(end, StringComparison.OrdinalIgnoreCase) is not true)
            {
                yield return Report(PackagesFields.Downloads.PathOf(download, "url"), $"'{name}' is one compressed file, and the step unpacks tar archives only: it would become {download.Program} as it is, which does not run. Take a tar archive or the bare program.");
            }
        }
    }
}
