using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>
/// A bundle that a build was made of. Its files are what was built, even where this program would write them
/// otherwise today; such a file is shown as it stands, without the fields behind its lines.
/// </summary>
internal static class FrozenBundle
{
    public static CompiledDesign Compile(string folder, ImageDesign design, DesignContent content, CompiledDesign current)
    {
        var compiled = DesignCompiler.Compile(design, content, current);
        var documents = compiled.Documents.Select(document => AsBuilt(folder, document)).OfType<DesignDocument>().ToEquatableArray();
        return new CompiledDesign(design, content, compiled.Diagnostics, documents);
    }

    private static DesignDocument? AsBuilt(string folder, DesignDocument document)
    {
        var path = Path.Combine(folder, document.Path);
        if (PosixFiles.KindOf(path) != PosixFileKind.File)
        {
            return null;
        }

        var text = File.ReadAllText(path);
        return string.Equals(text, document.Text, StringComparison.Ordinal)
            ? document
            : new DesignDocument(
                document.Path,
                document.Language,
                text.TrimEnd('\n').Split('\n').Select(line => new DocumentLine(line, [])).ToEquatableArray(),
                document.IsExecutable);
    }
}
