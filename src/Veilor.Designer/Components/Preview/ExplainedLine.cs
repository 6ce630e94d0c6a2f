using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
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
/// <param name="Sources">The sources of rules for this line alone.</param>
/// <param name="Places">Where the editor shows a file that is copied as it is; empty for a generated one.</param>
/// <param name="Reference">What defines the form of the file; null where it is this product's own.</param>
public sealed record ExplainedLine(
    string Path,
    int Number,
    DocumentLine Line,
    string Why,
    EquatableArray<Diagnostic> Problems,
    EquatableArray<CatalogueEntry> Entries,
    EquatableArray<string> Sources,
    EquatableArray<FieldPath> Places,
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
            line.Bond is LineBond.Shared or LineBond.Fixed ? [] : compiled.Diagnostics.Where(problem => line.Origins.Any(origin => Concerns(problem.Path, origin))).ToEquatableArray(),
            line.Origins.Select(EntryOf).OfType<CatalogueEntry>().ToEquatableArray(),
            LineSources.Of(document, line),
            line.Origins.IsEmpty ? PlacesOf(compiled, document.Path) : [],
            FormatReferences.Of(document.Path));
    }

    /// <summary>
    /// True when a problem is one of what made the line: of the field, of a row and its cells, and of a cell and the rows
    /// around it. The other cells of a row have lines of their own, or none.
    /// </summary>
    private static bool Concerns(FieldPath problem, FieldPath origin) =>
        problem == origin
        || (origin.ListItem is not null && origin.Covers(problem))
        || (problem.ListItem is { } item && item == problem && problem.Covers(origin));

    /// <summary>What brings a copied file in: the entries of the lists of scripts that name it and the row of its mode, else the place of the file itself.</summary>
    private static EquatableArray<FieldPath> PlacesOf(CompiledDesign compiled, string path)
    {
        var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var named = path.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal)
            ? new[] { ContentFields.ScriptsBeforePackages, ContentFields.RunScripts, ContentFields.FirstBootScripts }
                .SelectMany(field => field.Get(compiled.Design).Where(script => string.Equals(script.ToString(), name, StringComparison.Ordinal)).Select(field.PathOf))
            : path.StartsWith(DesignContent.OverlayFolder, StringComparison.Ordinal)
                ? compiled.Design.Overlay.Permissions.Where(each => string.Equals(each.Path.ToString(), name, StringComparison.Ordinal)).Select(ContentFields.Permissions.PathOf)
                : [];
        return [.. named, ContentFields.PathOfFile(path)];
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
