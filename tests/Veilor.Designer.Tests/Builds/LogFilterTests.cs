using Veilor.Designer.Builds.Logs;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class LogFilterTests
{
    [Fact]
    public async Task Lines_are_chosen_by_stream_and_by_how_bad_they_sound()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash(
            "echo plain; sleep 0.1; echo 'to stderr' >&2; sleep 0.1; printf '\\033[33mWarning:\\033[0m old\\n'; echo 'no terrors here'; sleep 0.1; echo 'error: broken' >&2; sleep 0.1; echo 'prewarned'"));
        using var log = build.Service.OpenLog(run.Id)!;
        Assert.Equal(["plain", "Warning: old", "no terrors here", "prewarned"], Shown(log, new LogFilter(Error: false)));
        Assert.Equal(["to stderr", "error: broken"], Shown(log, new LogFilter(Output: false)));
        Assert.Equal(["Warning: old", "error: broken"], Shown(log, new LogFilter(Least: LogSeverity.Warning)));
        Assert.Equal(["error: broken"], Shown(log, new LogFilter(Least: LogSeverity.Error)));
        Assert.Empty(Shown(log, new LogFilter(Error: false, Least: LogSeverity.Error)));
    }

    [Fact]
    public async Task Choosing_piece_by_piece_gives_the_same_as_at_once()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("for i in $(seq 3000); do if ((i % 7 == 0)); then echo \"error $i\"; else echo \"line $i\"; fi; done"));
        using var log = build.Service.OpenLog(run.Id)!;
        var filter = new LogFilter(Least: LogSeverity.Error);
        var pieces = new List<long>();
        for (var first = 1; first <= log.LineCount; first += 11)
        {
            pieces.AddRange(log.Select(filter, first, Math.Min(log.LineCount, first + 10)));
        }

        Assert.Equal(log.Select(filter, 1, log.LineCount), pieces);
        Assert.Equal(Enumerable.Range(1, 3000 / 7).Select(n => n * 7L), pieces);
    }

    private static IEnumerable<string> Shown(RunLogReader log, LogFilter filter) =>
        log.Select(filter, 1, log.LineCount).Select(number => AnsiText.Strip(log.Read(number, 1)[0].Text));
}
