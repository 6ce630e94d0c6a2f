using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Compilation;

/// <summary>Turns a design into documents and diagnostics. Pure: the same input gives the same bytes.</summary>
/// <remarks>
/// After an edit only those rules and generators run that looked at a section which changed. Nobody declares what that
/// is: the design notes what is read of it, so a new rule needs nothing and cannot get it wrong.
/// </remarks>
public static class DesignCompiler
{
    /// <summary>Compiles a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="content">The files beside it.</param>
    /// <param name="previous">An earlier result; a document whose text and origins did not change keeps its reference, so that a view knows without comparing.</param>
    public static CompiledDesign Compile(ImageDesign design, DesignContent content, CompiledDesign? previous = null)
    {
        var usable = previous is not null && ReferenceEquals(previous.Content, content) && previous.Design.Overlay.Exclude == design.Overlay.Exclude ? previous : null;
        var image = content.WithoutOverlay(design.Overlay.Exclude);
        return usable?.Steps is { } steps ? AfterEdit(design, content, image, usable, steps) : FromScratch(design, content, image, previous);
    }

    private static CompiledDesign FromScratch(ImageDesign design, DesignContent content, DesignContent image, CompiledDesign? previous)
    {
        var whole = new WholeCompilation(design, image, document => previous is null ? document : Reuse(document, previous));
        whole.Run();
        return Finish(design, content, whole.Steps, whole.Documents, () => whole.Refusals);
    }

    private static CompiledDesign AfterEdit(ImageDesign design, DesignContent content, DesignContent image, CompiledDesign previous, CompilationSteps earlier)
    {
        var generators = Run(DocumentGenerators.All, design, previous, earlier.Generators,
            (generator, watched) => generator.Generate(new GenerationInput(watched, image)).Select(document => Reuse(document, previous)));
        var rules = Run(DesignRules.OfDesigns, design, previous, earlier.Rules,
            (rule, watched) => rule.Check(new RuleInput(watched, image)));
        var documents = generators.SelectMany(step => step.Results).ToEquatableArray();
        return Finish(design, content, new CompilationSteps(rules, generators), documents, () => DesignRules.OfOutputs.Check(design, documents));
    }

    private static CompiledDesign Finish(
        ImageDesign design, DesignContent content, CompilationSteps steps, EquatableArray<DesignDocument> documents, Func<IEnumerable<Diagnostic>> refusals)
    {
        var found = steps.Rules.SelectMany(step => step.Results).ToList();
        if (!found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            found.AddRange(refusals());
        }

        var diagnostics = found
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .ToEquatableArray();
        return new CompiledDesign(design, content, diagnostics, documents)
        {
            Steps = steps,
        };
    }

    private static CompilationStep<TResult>[] Run<TWork, TResult>(
        IReadOnlyList<TWork> work,
        ImageDesign design,
        CompiledDesign previous,
        IReadOnlyList<CompilationStep<TResult>> earlier,
        Func<TWork, ImageDesign, IEnumerable<TResult>> run)
    {
        var steps = new CompilationStep<TResult>[work.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            var each = work[i];
            steps[i] = earlier[i].Reads.AreShared(previous.Design, design)
                ? earlier[i]
                : CompilationStep<TResult>.Run(design, watched => run(each, watched));
        }

        return steps;
    }

    private static DesignDocument Reuse(DesignDocument document, CompiledDesign previous)
    {
        var earlier = previous.FindDocument(document.Path);
        return earlier is not null && earlier.IsExecutable == document.IsExecutable && earlier.Lines == document.Lines
            ? earlier
            : document;
    }
}
