using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Compilation;

/// <summary>What a design compiles to. Immutable, so it can be shared by every tab and handed to a build.</summary>
/// <param name="Design">The design.</param>
/// <param name="Content">The files beside it.</param>
/// <param name="Diagnostics">Its problems: errors first, then by code.</param>
/// <param name="Documents">The generated files in the order of the preview.</param>
public sealed record CompiledDesign(
    ImageDesign Design,
    DesignContent Content,
    EquatableArray<Diagnostic> Diagnostics,
    EquatableArray<DesignDocument> Documents)
{
    /// <summary>How it came about, for the next compilation; null for one that was put together by hand.</summary>
    internal CompilationSteps? Steps { get; init; }

    /// <summary>True when a diagnostic blocks export and build.</summary>
    public bool HasErrors => Diagnostics.FindIndex(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) >= 0;

    /// <summary>The document with this path, or null.</summary>
    public DesignDocument? FindDocument(string path)
    {
        var index = Documents.FindIndex(document => string.Equals(document.Path, path, StringComparison.Ordinal));
        return index < 0 ? null : Documents[index];
    }
}
