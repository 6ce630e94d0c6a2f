using Veilor.Designer.Benchmarks.Logs;

switch (args)
{
    case ["log"]:
        await LogBenchmark.RunAsync();
        return 0;
    case ["build"]:
        await BuildBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: benchmarks/run log | build");
        return 2;
}
