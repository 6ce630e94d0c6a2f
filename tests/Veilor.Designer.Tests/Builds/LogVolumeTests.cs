using System.Globalization;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class LogVolumeTests
{
    [Fact]
    public async Task Two_hundred_thousand_lines_arrive_whole_in_order_and_any_is_reached_by_its_number()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("seq 200000"));
        using var log = build.Service.OpenLog(run.Id)!;
        Assert.Equal(200_000, log.LineCount);
        var expected = 1;
        for (var first = 1; first <= 200_000; first += 5_000)
        {
            foreach (var line in log.Read(first, 5_000))
            {
                Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), line.Text);
                Assert.Equal(expected++, line.Number);
            }
        }

        Assert.Equal("123456", log.Read(123_456, 1)[0].Text);
        Assert.Equal([12_345L, 112_345L, .. Enumerable.Range(123_450, 10).Select(n => (long)n)], log.Search("12345"));
    }

    [Fact]
    public async Task Long_lines_and_bytes_that_are_not_text_arrive_whole()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash(
            "l=$(head -c 10000 /dev/zero | tr '\\0' x); for i in $(seq 300); do echo \"$i $l\"; done; head -c 3000000 /dev/zero | tr '\\0' y; echo; printf '\\377\\376 end\\n'; printf 'no line feed'"));
        using var log = build.Service.OpenLog(run.Id)!;
        Assert.Equal(303, log.LineCount);
        Assert.All(log.Read(1, 300), line => Assert.Equal($"{line.Number} {new string('x', 10_000)}", line.Text));
        Assert.Equal(3_000_000, log.Read(301, 1)[0].Text.Length);
        var shortened = log.Read(301, 1, maximumBytes: 100)[0];
        Assert.True(shortened is { IsShortened: true, ByteLength: 3_000_000, Text.Length: 100 });
        Assert.Equal("\ufffd\ufffd end", log.Read(302, 1)[0].Text);
        Assert.Equal("no line feed", log.Read(303, 1)[0].Text);
    }

    [Fact]
    public async Task A_storm_of_carriage_returns_is_one_live_line()
    {
        await using var build = await StartAsync();
        var go = Path.Combine(build.Folder, "go");
        var run = await build.QueueAsync(Bash($"for i in $(seq 50000); do printf 'progress %s\\r' $i; done; until [ -e '{go}' ]; do sleep 0.05; done; echo; echo done"));
        await WaitAsync(() => build.Service.LiveLinesOf(run.Id) is [{ Text: "progress 50000" }]);
        await System.IO.File.WriteAllTextAsync(go, "");
        await build.EndAsync(run.Id);
        Assert.Equal("progress 50000\ndone", build.Text(run.Id));
        Assert.Empty(build.Service.LiveLinesOf(run.Id));
    }

    [Fact]
    public async Task A_full_disk_ends_the_build_with_that_reason()
    {
        await using var build = await StartAsync();
        var before = await build.QueueAsync(Bash("sleep 300"));
        var run = await build.QueueAsync(Bash("yes; true"), Bash("true"));
        System.IO.File.CreateSymbolicLink(LogFiles.TextPath(Path.Combine(build.Folder, run.Id.Value)), "/dev/full");
        await build.Service.CancelAsync(before.Id);
        run = await build.EndAsync(run.Id);
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("No space left on device", run.Reason, StringComparison.Ordinal);
        Assert.Equal([StepState.Failed, StepState.Skipped], run.Steps.Select(step => step.State));
    }
}
