using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf installs an RPM whole and puts its files where the package has them (dnf5, install).</summary>
public sealed class PackageDownloadRule() : DesignRule("VD2024", DiagnosticSeverity.Info, "dnf installs the whole package")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Packages.Downloads
            .Where(download => download.IsPackage && (download.InstallPath is not null || download.ArchiveMember is not null))
            .Select(download => Report(
                PackagesFields.Downloads.PathOf(download, download.InstallPath is not null ? "install_path" : "archive_member"),
                $"'{download.Url.FileName}' is an RPM: dnf puts its files where the package has them, so no path and no member is used.",
                "Clear path and member",
                design => PackagesFields.Downloads.Put(design, download with { InstallPath = null, ArchiveMember = null })));
}
