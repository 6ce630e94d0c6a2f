using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Benchmarks.Logs;

/// <summary>The product's build service over a folder, with one step a run.</summary>
internal sealed class RunBench : IAsyncDisposable
{
    private RunBench(BuildService service) => Service = service;

    public BuildService Service { get; }

    public static async Task<RunBench> StartAsync(string folder)
    {
        var service = new BuildService(new RunFolders(folder, NullLogger<RunFolders>.Instance), TimeProvider.System, NullLogger<BuildService>.Instance);
        await service.StartAsync(CancellationToken.None);
        return new RunBench(service);
    }

    /// <summary>Runs one step to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not succeed.</exception>
    public async Task<BuildRun> RunAsync(IReadOnlyList<BundleEntry> bundle, string command, params IEnumerable<string> arguments)
    {
        var step = new BuildStep("step", "Step", command, arguments.ToEquatableArray(), "nothing");
        var started = await Service.StartAsync(new BuildRequest("bench", "Bench", bundle, new BuildPlan("localhost/bench:1", [step])));
        var id = started.Run?.Id ?? throw new InvalidOperationException(started.Problem);
        using var ended = new SemaphoreSlim(0);
        using (Service.Subscribe(id, () => ended.Release()))
        {
            while (!Service.Find(id)!.IsEnded)
            {
                await ended.WaitAsync(TimeSpan.FromMilliseconds(100));
            }
        }

        var run = Service.Find(id)!;
        return run.State == RunState.Succeeded ? run : throw new InvalidOperationException($"The run ended as {run.State}: {run.Reason}");
    }

    /// <summary>Queues one step.</summary>
    /// <exception cref="InvalidOperationException">It could not be laid down.</exception>
    public async Task<BuildRun> QueueAsync(IReadOnlyList<BundleEntry> bundle, BuildStep step)
    {
        var started = await Service.StartAsync(new BuildRequest("bench", "Bench", bundle, new BuildPlan("localhost/bench:1", [step])));
        return started.Run ?? throw new InvalidOperationException(started.Problem);
    }

    /// <summary>Waits until a run has written a line.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task WaitForLineAsync(RunId id, string text)
    {
        while (true)
        {
            using var log = Service.OpenLog(id);
            if (log?.Read(1, int.MaxValue).Any(line => line.Text == text) == true)
            {
                return;
            }

            if (Service.Find(id)!.IsEnded)
            {
                throw new InvalidOperationException($"The run ended before it wrote '{text}': {Service.Find(id)!.Reason}");
            }

            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Service.StopAsync(CancellationToken.None);
        Service.Dispose();
    }
}
