using Veilor.Designer.Components.Runs;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class LogHitsTests
{
    [Fact]
    public async Task Until_the_answer_is_there_it_is_said_that_the_search_runs_and_numbers_agree_with_their_words()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("seq 3000"));
        using var reading = new LogReading(() => build.Service.OpenLog(run.Id));
        reading.Refresh(run);
        var hits = new LogHits(reading);
        Assert.Equal("", hits.Words);

        var answers = new HeldContext();
        var search = answers.Run(() => hits.SearchAsync("2345", CancellationToken.None));
        Assert.Equal("Searching…", hits.Words);
        answers.Release();
        Assert.True(await search);
        Assert.Equal("1 line", hits.Words);
        Assert.Equal(2345, hits.StepFrom(1));
        Assert.Equal("1 of 1 line", hits.Words);

        var left = hits.SearchAsync("absent", CancellationToken.None);
        Assert.True(await hits.SearchAsync("0", CancellationToken.None));
        Assert.False(await left);
        Assert.Equal(1000, hits.StepFrom(991));
        Assert.Equal(1001, hits.Step(1));
        Assert.Equal(10, hits.StepFrom(3001));
        Assert.Equal(3000, hits.Step(-1));
        Assert.True(await hits.SearchAsync("absent", CancellationToken.None));
        Assert.Equal("No hits", hits.Words);
        Assert.Null(hits.StepFrom(1));
        Assert.True(await hits.SearchAsync("", CancellationToken.None));
        Assert.Equal("", hits.Words);
    }

    [Theory]
    [InlineData(0, "0 lines")]
    [InlineData(1, "1 line")]
    [InlineData(1_000_003, "1,000,003 lines")]
    public void Lines_are_counted_in_words(long count, string words) => Assert.Equal(words, LogCount.Lines(count));

    /// <summary>Holds back what comes after an answer until it is released, as a busy circuit does.</summary>
    private sealed class HeldContext : SynchronizationContext
    {
        private readonly List<(SendOrPostCallback Callback, object? State)> _held = [];
        private bool _isReleased;

        public Task<bool> Run(Func<Task<bool>> search)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return search();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public void Release()
        {
            lock (_held)
            {
                _isReleased = true;
                _held.ForEach(each => ThreadPool.QueueUserWorkItem(_ => each.Callback(each.State)));
                _held.Clear();
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_held)
            {
                if (_isReleased)
                {
                    ThreadPool.QueueUserWorkItem(_ => d(state));
                }
                else
                {
                    _held.Add((d, state));
                }
            }
        }
    }
}
