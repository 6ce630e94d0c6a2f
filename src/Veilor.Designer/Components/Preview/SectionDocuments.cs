using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// Says which document fits a section of the form: the first that holds more than a quarter as many
/// of its fields and list items as any other does.
/// Files that only repeat the design are not meant: <c>design.toml</c>, the texts for people, the checks of the image.
/// </summary>
public static class SectionDocuments
{
    private static readonly string[] Repeating =
        [BundlePaths.Design, BundlePaths.Readme, BundlePaths.BuildGuide, BundlePaths.SmokeTest, BundlePaths.InsideImage, BundlePaths.BootIso];

    /// <summary>The document; null when the section is written nowhere.</summary>
    public static DesignDocument? MainOf(CompiledDesign compiled, string section)
    {
        var documents = compiled.Documents
            .Where(document => !Repeating.Contains(document.Path, StringComparer.Ordinal) && Has(document, section))
            .ToList();
        var most = documents.Select(document => FactsOf(document, section)).DefaultIfEmpty().Max();
        return documents.Find(document => FactsOf(document, section) * 4 > most);
    }

    /// <summary>True when a document, which may be null, has lines of the section.</summary>
    public static bool Has(DesignDocument? document, string section) => document is not null && FactsOf(document, section) > 0;

    private static int FactsOf(DesignDocument document, string section) => DocumentOrigins.Of(document).FactsOf(section);
}
