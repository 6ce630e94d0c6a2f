using System.Runtime.ExceptionServices;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Compilation;

/// <summary>
/// Every rule and every generator for a design that nothing is known about, on two threads: they do not know each other.
/// Who finishes the last document also has the tools' checkers look at all of them, while the other one goes on.
/// </summary>
/// <param name="design">The design.</param>
/// <param name="image">The files that go into the image.</param>
/// <param name="kept">Gives the document that an earlier compilation had in the place of an equal one.</param>
internal sealed class WholeCompilation(ImageDesign design, DesignContent image, Func<DesignDocument, DesignDocument> kept)
{
    private readonly CompilationStep<DesignDocument>[] _generators = new CompilationStep<DesignDocument>[DocumentGenerators.All.Count];
    private readonly CompilationStep<Diagnostic>[] _rules = new CompilationStep<Diagnostic>[DesignRules.OfDesigns.Count];
    private int _taken;
    private int _generated;
    private IReadOnlyList<Diagnostic> _refusals = [];
    private ExceptionDispatchInfo? _fault;

    /// <summary>The results of all steps.</summary>
    public CompilationSteps Steps => new(_rules, _generators);

    /// <summary>All documents, in the order of the generators.</summary>
    public EquatableArray<DesignDocument> Documents { get; private set; }

    /// <summary>What the tools would refuse of the documents. It counts where no rule found an error.</summary>
    public IReadOnlyList<Diagnostic> Refusals
    {
        get
        {
            _fault?.Throw();
            return _refusals;
        }
    }

    /// <summary>Does all of it.</summary>
    public void Run()
    {
        var other = Task.Run(Work);
        Work();
        other.GetAwaiter().GetResult();
    }

    private void Work()
    {
        for (var next = Interlocked.Increment(ref _taken) - 1; next < _generators.Length + _rules.Length; next = Interlocked.Increment(ref _taken) - 1)
        {
            if (next >= _generators.Length)
            {
                var rule = next - _generators.Length;
                _rules[rule] = CompilationStep<Diagnostic>.Run(design, watched => DesignRules.OfDesigns[rule].Check(new RuleInput(watched, image)));
                continue;
            }

            _generators[next] = CompilationStep<DesignDocument>.Run(design, watched => DocumentGenerators.All[next].Generate(new GenerationInput(watched, image)).Select(kept));
            if (Interlocked.Increment(ref _generated) == _generators.Length)
            {
                Documents = _generators.SelectMany(step => step.Results).ToEquatableArray();
                Look();
            }
        }
    }

    /// <summary>A design with errors may have documents that no checker was made for, and nobody asks for what it says then.</summary>
    private void Look()
    {
        try
        {
            _refusals = [.. DesignRules.OfOutputs.Check(design, Documents)];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
    }
}
