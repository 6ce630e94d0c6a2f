using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Veilor.Designer.Benchmarks.Compile;
using Veilor.Designer.Benchmarks.Designs;

if (args is ["steps"])
{
    // Twice: while the first tables are made, the runtime optimises what runs often, which takes long on a busy machine.
    foreach (var output in new[] { TextWriter.Null, Console.Out })
    {
        StepTable.Print(BenchmarkDesign.VeilorOs(), output);
        StepTable.Print(BenchmarkDesign.Large(), output);
        await Task.Delay(TimeSpan.FromSeconds(3));
    }

    return;
}

// In this process, because a second build of everything would take longer than the measurement.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(timeout: TimeSpan.FromMinutes(30), logOutput: true)).WithWarmupCount(8).WithIterationCount(25))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.Median, StatisticColumn.P95)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub, JsonExporter.Brief)
    .WithArtifactsPath(Repository.PathOf("benchmarks", "results", "compile"));
BenchmarkSwitcher.FromTypes([typeof(CompileBenchmark), typeof(HighlightBenchmark)]).Run(args is [] ? ["--filter", "*"] : args, config);
