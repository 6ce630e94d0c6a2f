using System.Diagnostics;
using System.Globalization;
using Veilor.Designer.Benchmarks.Designs;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Benchmarks.Compile;

/// <summary>
/// A compilation on the clock and in processor time, which a busy machine hardly stretches, and its dearest rules and
/// generators by that time: what to look at first when it got slow.
/// </summary>
internal static class StepTable
{
    private const int Warmup = 300;
    private const int Runs = 200;
    private const int Shown = 25;

    public static void Print(BenchmarkDesign design, TextWriter output)
    {
        var compiled = DesignCompiler.Compile(design.Design, design.Content);
        output.WriteLine(FormattableString.Invariant($"{design.Name}: {compiled.Diagnostics.Count} diagnostics, {compiled.Documents.Count} documents, {compiled.Documents.Sum(document => document.Lines.Count)} lines"));
        // Step by step first, so that everything is compiled by the time that the whole is measured.
        var steps = DesignRules.All.Select(rule => Step(rule.GetType().Name, design, (each, content) => rule.Check(new RuleInput(each, content))))
            .Concat(DocumentGenerators.All.Select(generator => Step(generator.GetType().Name, design, (each, content) => generator.Generate(new GenerationInput(each, content))))).ToList();
        Whole(output, "from scratch", () => DesignCompiler.Compile(CompileBenchmark.Fresh(design.Design), design.Content));
        var last = compiled;
        var title = design.Design.Image.Title;
        Whole(output, "after a key in the title", () =>
            last = DesignCompiler.Compile(ImageFields.Title.Set(last.Design, last.Design.Image.Title.Length > 40 ? title : last.Design.Image.Title + "x"), design.Content, last));
        var isOther = false;
        Whole(output, "after a key in the host name", () =>
            last = DesignCompiler.Compile(SystemFields.Hostname.Set(last.Design, Hostname.Parse((isOther = !isOther) ? "other" : "one")), design.Content, last));

        foreach (var (name, microseconds, bytes) in steps.OrderByDescending(step => step.Microseconds).Take(Shown))
        {
            output.WriteLine(FormattableString.Invariant($"    {name,-36} {microseconds,8:F1} µs {bytes / 1024.0,9:F1} KiB"));
        }
    }

    private static void Whole(TextWriter output, string name, Action compile)
    {
        var walls = new double[Runs];
        var processors = new double[Runs];
        var bytes = 0L;
        for (var i = -Warmup; i < Runs; i++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var processor = ProcessorClock.ProcessMicroseconds;
            var start = Stopwatch.GetTimestamp();
            compile();
            walls[Math.Max(i, 0)] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            processors[Math.Max(i, 0)] = ProcessorClock.ProcessMicroseconds - processor;
            bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        }

        output.WriteLine(FormattableString.Invariant($"  {name}: median {Median(walls):F0} µs, {Median(processors):F0} µs of processor time on all threads, {bytes / 1024.0:F0} KiB"));
    }

    private static (string Name, double Microseconds, long Bytes) Step<TResult>(
        string name, BenchmarkDesign design, Func<ImageDesign, DesignContent, IEnumerable<TResult>> step)
    {
        ImageDesign? fresh = null;
        var (microseconds, bytes) = Measure(() => fresh = CompileBenchmark.Fresh(design.Design), () =>
        {
            foreach (var _ in step(fresh!, design.Content))
            {
            }
        });
        return (name, microseconds, bytes);
    }

    private static (double Microseconds, long Bytes) Measure(Action prepare, Action run)
    {
        var times = new double[Runs];
        var bytes = 0L;
        for (var i = -Warmup; i < Runs; i++)
        {
            prepare();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = ProcessorClock.ThreadMicroseconds;
            run();
            times[Math.Max(i, 0)] = ProcessorClock.ThreadMicroseconds - start;
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        return (Median(times), bytes);
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
