using System.Diagnostics;
using System.Globalization;
using Veilor.Designer.Benchmarks.Designs;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Benchmarks.Compile;

/// <summary>
/// The dearest rules and generators of a compilation from scratch: what to look at first when it got slow. Each is run
/// many times on its own; the best time says what it costs on a quiet machine.
/// </summary>
internal static class StepTable
{
    private const int Warmup = 60;
    private const int Runs = 40;
    private const int Shown = 25;

    public static void Print(BenchmarkDesign design)
    {
        var compiled = DesignCompiler.Compile(design.Design, design.Content);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{design.Name}: {compiled.Diagnostics.Count} diagnostics, {compiled.Documents.Count} documents, {compiled.Documents.Sum(document => document.Lines.Count)} lines"));
        var rules = DesignRules.All.Select(rule => Measure(rule.GetType().Name, design, (each, content) => rule.Check(new RuleInput(each, content)))).ToList();
        var generators = DocumentGenerators.All.Select(generator => Measure(generator.GetType().Name, design, (each, content) => generator.Generate(new GenerationInput(each, content)))).ToList();
        foreach (var (name, microseconds, bytes) in rules.Concat(generators).OrderByDescending(step => step.Microseconds).Take(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-36} {microseconds,8:F1} µs {bytes / 1024.0,9:F1} KiB"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  all rules {rules.Sum(step => step.Microseconds):F0} µs, all generators {generators.Sum(step => step.Microseconds):F0} µs"));
    }

    private static (string Name, double Microseconds, long Bytes) Measure<TResult>(
        string name, BenchmarkDesign design, Func<Core.Design.ImageDesign, Core.Content.DesignContent, IEnumerable<TResult>> step)
    {
        var best = double.MaxValue;
        var bytes = 0L;
        for (var i = 0; i < Warmup + Runs; i++)
        {
            var fresh = CompileBenchmark.Fresh(design.Design);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            foreach (var _ in step(fresh, design.Content))
            {
            }

            var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
            best = Math.Min(best, time);
        }

        return (name, best, bytes);
    }
}
