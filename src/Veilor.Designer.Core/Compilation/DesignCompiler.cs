using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Compilation;

/// <summary>Turns a design into documents and diagnostics. Pure: the same input gives the same bytes.</summary>
public static class DesignCompiler
{
    /// <summary>Compiles a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="content">The files beside it.</param>
    /// <param name="previous">An earlier result; a document whose text and origins did not change keeps its reference, so that a view knows without comparing.</param>
    public static CompiledDesign Compile(ImageDesign design, DesignContent content, CompiledDesign? previous = null)
    {
        var input = new GenerationInput(design, content);
        var documents = DocumentGenerators.All
            .SelectMany(generator => generator.Generate(input))
            .Select(document => Reuse(document, previous))
            .ToEquatableArray();
        return new CompiledDesign(design, content, Check(design, content), documents);
    }

    private static EquatableArray<Diagnostic> Check(ImageDesign design, DesignContent content)
    {
        var input = new RuleInput(design, content);
        return DesignRules.All
            .SelectMany(rule => rule.Check(input))
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static DesignDocument Reuse(DesignDocument document, CompiledDesign? previous)
    {
        var earlier = previous?.FindDocument(document.Path);
        return earlier is not null && earlier.IsExecutable == document.IsExecutable && earlier.Lines == document.Lines
            ? earlier
            : document;
    }
}
