using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Every machine downloads the whole image once and changed layers with each update (bootc, upgrades).</summary>
public sealed class LargeImageRule() : DesignRule("VD2017", DiagnosticSeverity.Info, "The image carries what few need")
{
    private const long LargestContent = 64L << 20;

    private static readonly PackageSpec AllLanguages = PackageSpec.Parse("glibc-all-langpacks");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var packages = input.Design.Packages;
        if (packages is { WeakDependencies: true, Environments.IsEmpty: false })
        {
            yield return Report(PackagesFields.WeakDependencies.Path, "With weak dependencies an environment brings every package that it recommends. Without them the image is smaller, and what you miss can be installed by name.", "Leave weak dependencies out", design => PackagesFields.WeakDependencies.Set(design, false));
        }

        if (PackagesFields.Install.Contains(input.Design, AllLanguages) && input.Design.System.Locale is { } locale)
        {
            var one = PackageSpec.Parse("glibc-langpack-" + locale.ToString().Split('_', '.', '@')[0].ToLowerInvariant());
            yield return Report(PackagesFields.Install.PathOf(AllLanguages), $"'{AllLanguages}' brings the formats of every language; {locale} needs {one} alone.", $"Install {one} in its place", design => PackagesFields.Install.Add(PackagesFields.Install.Remove(design, AllLanguages), one));
        }

        var bytes = input.Content.Files.Where(file => !file.Path.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal)).Sum(file => file.Length);
        if (bytes > LargestContent)
        {
            yield return Report(ContentFields.Files, $"overlay/ and assets/ have {bytes >> 20} MiB, which every machine downloads again whenever one of their files changes. Large files that seldom change belong into a package.");
        }
    }
}
