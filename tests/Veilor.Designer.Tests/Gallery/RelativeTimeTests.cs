using Veilor.Designer.Components.Gallery;

namespace Veilor.Designer.Tests.Gallery;

public sealed class RelativeTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(30, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(59 * 60, "59 minutes ago")]
    [InlineData(3 * 3600, "3 hours ago")]
    [InlineData(24 * 3600, "1 day ago")]
    [InlineData(-5, "just now")]
    public void A_moment_is_said_as_people_say_it(int secondsAgo, string text) =>
        Assert.Equal(text, RelativeTime.Describe(Now.AddSeconds(-secondsAgo), Now));

    [Fact]
    public void An_older_moment_is_a_date() =>
        Assert.Equal("2026-02-01", RelativeTime.Describe(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), Now));
}
