using Veilor.Designer.Builds;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

/// <summary>Not beside other tests: what they hold meanwhile would count.</summary>
[CollectionDefinition(nameof(LogMemoryTests), DisableParallelization = true)]
[Collection(nameof(LogMemoryTests))]
public sealed class LogMemoryTests
{
    [Fact]
    public async Task A_writer_at_full_speed_does_not_fill_the_memory()
    {
        await using var build = await StartAsync();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var run = await build.RunAsync(Bash("yes 'a line of ordinary length, as build tools print them by the thousand' | head -c 200000000"));
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(RunState.Succeeded, run.State);
        using var log = build.Service.OpenLog(run.Id)!;
        Assert.InRange(log.LineCount, 2_800_000, 2_900_000);
        Assert.InRange(growth, long.MinValue, 20L << 20);
    }
}
