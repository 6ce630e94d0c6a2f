using Veilor.Designer.Benchmarks.Logs;

switch (args)
{
    case ["log"]:
        await LogBenchmark.RunAsync();
        return 0;
    case ["build"]:
        await BuildBenchmark.RunAsync();
        return 0;
    case ["cancel"]:
        await CancelBenchmark.RunAsync();
        return 0;
    case ["crash"]:
        await CrashBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: benchmarks/run log | build | cancel | crash");
        return 2;
}
