using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Tests.Builds;

/// <summary>A real build service over a temporary folder, with steps that are small bash programs.</summary>
public sealed class BuildFixture : IAsyncDisposable
{
    private readonly TemporaryFolder? _own;

    private BuildFixture(string folder, TemporaryFolder? own, TimeProvider time)
    {
        _own = own;
        Folder = folder;
        Service = new BuildService(
            new RunFolders(folder, NullLogger<RunFolders>.Instance), time, NullLogger<BuildService>.Instance);
    }

    public string Folder { get; }

    public BuildService Service { get; }

    public static async Task<BuildFixture> StartAsync(string? folder = null, TimeProvider? time = null)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        var fixture = new BuildFixture(folder ?? own!.Path, own, time ?? TimeProvider.System);
        await fixture.Service.StartAsync(CancellationToken.None);
        return fixture;
    }

    public static BuildStep Bash(string script, string id = "step") => new(id, $"Run {id}", "bash", ["-c", script], "nothing");

    public Task<BuildRun> RunAsync(params BuildStep[] steps) => RunAsync([], steps);

    public async Task<BuildRun> RunAsync(IReadOnlyList<BundleEntry> bundle, params BuildStep[] steps) =>
        await EndAsync((await QueueAsync(bundle, steps)).Id);

    public Task<BuildRun> QueueAsync(params BuildStep[] steps) => QueueAsync([], steps);

    public async Task<BuildRun> QueueAsync(IReadOnlyList<BundleEntry> bundle, params BuildStep[] steps)
    {
        var result = await Service.StartAsync(
            new BuildRequest("demo", "Demo", bundle, new BuildPlan("localhost/demo:1", steps.ToEquatableArray())));
        Assert.Null(result.Problem);
        return result.Run!;
    }

    public Task<BuildRun> EndAsync(RunId id) => WaitAsync(id, run => run.IsEnded);

    public async Task<BuildRun> WaitAsync(RunId id, Func<BuildRun, bool> condition)
    {
        await WaitAsync(() => condition(Service.Find(id)!));
        return Service.Find(id)!;
    }

    public static async Task WaitAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience.Time);
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public async Task<LogLine> WaitForLineAsync(RunId id, string text)
    {
        LogLine? line = null;
        await WaitAsync(() => (line = Lines(id).FirstOrDefault(each => each.Text == text)) is not null);
        return line!;
    }

    public IReadOnlyList<LogLine> Lines(RunId id)
    {
        using var log = Service.OpenLog(id);
        return log?.Read(1, int.MaxValue) ?? [];
    }

    public string Text(RunId id) => string.Join('\n', Lines(id).Select(line => line.Text));

    public static BundleEntry File(string path, string text, bool isExecutable = false) =>
        BundleEntry.FromBytes(path, isExecutable, Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await Service.StopAsync(CancellationToken.None);
        Service.Dispose();
        _own?.Dispose();
    }
}
