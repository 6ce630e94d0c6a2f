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
        var (generators, rules) = Both(
            () => Run(DocumentGenerators.All, design, usable, usable?.Steps?.Generators,
                (generator, watched) => generator.Generate(new GenerationInput(watched, image)).Select(document => Reuse(document, previous))),
            () => Run(DesignRules.OfDesigns, design, usable, usable?.Steps?.Rules,
                (rule, watched) => rule.Check(new RuleInput(watched, image))),
            isMuch: usable?.Steps is null);
        var documents = generators.SelectMany(step => step.Results).ToEquatableArray();
        var found = rules.SelectMany(step => step.Results).ToList();
        if (!found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            found.AddRange(DesignRules.OfOutputs.Check(design, documents));
        }

        var diagnostics = found
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .ToEquatableArray();
        return new CompiledDesign(design, content, diagnostics, documents)
        {
            Steps = new CompilationSteps(rules, generators),
        };
    }

    /// <summary>
    /// The results of both. Rules and generators do not know each other, so much work is done on two threads; after an
    /// edit there is less to do than a second thread costs.
    /// </summary>
    private static (TFirst First, TSecond Second) Both<TFirst, TSecond>(Func<TFirst> first, Func<TSecond> second, bool isMuch)
    {
        if (!isMuch)
        {
            return (first(), second());
        }

        var other = Task.Run(second);
        return (first(), other.GetAwaiter().GetResult());
    }

    private static CompilationStep<TResult>[] Run<TWork, TResult>(
        IReadOnlyList<TWork> work,
        ImageDesign design,
        CompiledDesign? previous,
        IReadOnlyList<CompilationStep<TResult>>? earlier,
        Func<TWork, ImageDesign, IEnumerable<TResult>> run)
    {
        var steps = new CompilationStep<TResult>[work.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            var each = work[i];
            steps[i] = earlier is not null && earlier[i].Reads.AreShared(previous!.Design, design)
                ? earlier[i]
                : CompilationStep<TResult>.Run(design, watched => run(each, watched));
        }

        return steps;
    }

    private static DesignDocument Reuse(DesignDocument document, CompiledDesign? previous)
    {
        var earlier = previous?.FindDocument(document.Path);
        return earlier is not null && earlier.IsExecutable == document.IsExecutable && earlier.Lines == document.Lines
            ? earlier
            : document;
    }
}
