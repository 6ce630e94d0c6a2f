using Veilor.Designer.Benchmarks.Browser;

var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["keystroke"] = KeystrokeBenchmark.RunAsync,
    ["run-page"] = RunPageBenchmark.RunAsync,
    ["sections"] = SectionsBenchmark.RunAsync,
    ["startup"] = StartupBenchmark.RunAsync,
    ["tabs"] = TabsBenchmark.RunAsync,
};
if (args.Length != 1 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"usage: benchmarks/run {string.Join(" | ", benchmarks.Keys)}");
    return 2;
}

await run();
return 0;
