using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>Says which document fits a section of the form: the first that holds at least half as many of its fields as any other.</summary>
public static class SectionDocuments
{
    /// <summary>The document; null when the section is written nowhere. <c>design.toml</c> holds every section and is not meant.</summary>
    public static DesignDocument? MainOf(CompiledDesign compiled, string section)
    {
        var documents = compiled.Documents
            .Where(document => !string.Equals(document.Path, BundlePaths.Design, StringComparison.Ordinal) && Has(document, section))
            .ToList();
        var most = documents.Select(document => FieldsOf(document, section)).DefaultIfEmpty().Max();
        return documents.Find(document => FieldsOf(document, section) * 2 >= most);
    }

    /// <summary>True when a document, which may be null, has lines of the section.</summary>
    public static bool Has(DesignDocument? document, string section) => document is not null && FieldsOf(document, section) > 0;

    private static int FieldsOf(DesignDocument document, string section) => DocumentOrigins.Of(document).FieldsOf(section);
}
