using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>All that is known about a line: what made it, why it has its form, what is wrong with it, and where the rules are.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">The line, counted from 1.</param>
/// <param name="Line">The line.</param>
/// <param name="Why">Why it is there; empty in a file that is copied as it is.</param>
/// <param name="Problems">The problems of its fields.</param>
/// <param name="Entries">What the catalogue says about the settings in it.</param>
/// <param name="Reference">What defines the form of the file; null where it is this product's own.</param>
public sealed record ExplainedLine(
    string Path,
    int Number,
    DocumentLine Line,
    string Why,
    EquatableArray<Diagnostic> Problems,
    EquatableArray<CatalogueEntry> Entries,
    FormatReference? Reference)
{
    /// <summary>Explains a line.</summary>
    /// <param name="compiled">The design.</param>
    /// <param name="document">The document.</param>
    /// <param name="index">The line, counted from 0.</param>
    public static ExplainedLine Of(CompiledDesign compiled, DesignDocument document, int index)
    {
        var line = document.Lines[index];
        return new ExplainedLine(
            document.Path,
            index + 1,
            line,
            LineReason.Of(document, line),
            line.Bond is LineBond.Shared or LineBond.Fixed ? [] : compiled.Diagnostics.Where(problem => line.Origins.Any(origin => problem.Path == origin || origin.ListItem is { } item && item.Covers(problem.Path))).ToEquatableArray(),
            line.Origins.Select(EntryOf).OfType<CatalogueEntry>().ToEquatableArray(),
            FormatReferences.Of(document.Path));
    }

    private static CatalogueEntry? EntryOf(FieldPath origin)
    {
        if (origin.ListItem is not { } item)
        {
            return null;
        }

        var key = item.Value[(item.Value.IndexOf('[', StringComparison.Ordinal) + 1)..^1];
        bool IsKey(string title) => string.Equals(title, key, StringComparison.Ordinal);
        return origin.Field == KernelFields.Arguments.Path ? DesignCatalogue.Arguments.FirstOrDefault(entry => IsKey(entry.Title))
            : origin.Field == KernelFields.Sysctls.Path ? DesignCatalogue.Sysctls.FirstOrDefault(entry => IsKey(entry.Title))
            : origin.Field == KernelFields.BlockedModules.Path ? DesignCatalogue.ModuleFamilies.FirstOrDefault(entry => entry.Modules.Any(module => IsKey(module.ToString())))
            : null;
    }
}
