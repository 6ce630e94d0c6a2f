using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Generation;

/// <summary>
/// Where the rules of single lines come from, beside those of the file: the documentation of the tool that a line calls, or
/// whose rule its reason states. Sources are named as help pages name them.
/// </summary>
public static class LineSources
{
    private static readonly (string[] Documents, string Word, string Source)[] Known =
    [
        ([BundlePaths.Containerfile], "bootc container lint", "bootc container lint"),
        ([BundlePaths.Containerfile], "firewall-offline-cmd", "firewall-offline-cmd(1)"),
        ([BundlePaths.Containerfile], "dnf", "dnf5(8)"),
        ([BundlePaths.Containerfile], "systemctl ", "systemctl(1)"),
        ([BundlePaths.Containerfile], "dracut ", "dracut(8)"),
        ([BundlePaths.Containerfile], "chrony", "chrony.conf(5)"),
        ([BundlePaths.Containerfile], "update-crypto-policies", "update-crypto-policies(8)"),
        ([BundlePaths.Workflow], "cosign", "cosign documentation"),
        ([BundlePaths.IsoConfig], "org.fedoraproject.Anaconda.Modules", "Anaconda documentation"),
        ([BundlePaths.IsoConfig], "Anaconda modules", "Anaconda documentation"),
    ];

    /// <summary>The sources for a line, most of which have none of their own.</summary>
    /// <param name="document">The file.</param>
    /// <param name="line">A line of it.</param>
    public static EquatableArray<string> Of(DesignDocument document, DocumentLine line) => Known
        .Where(each => each.Documents.Contains(document.Path, StringComparer.Ordinal)
            && (line.Text.Contains(each.Word, StringComparison.Ordinal) || line.Reason.Contains(each.Word, StringComparison.Ordinal)))
        .Select(each => each.Source)
        .Distinct(StringComparer.Ordinal)
        .ToEquatableArray();
}
