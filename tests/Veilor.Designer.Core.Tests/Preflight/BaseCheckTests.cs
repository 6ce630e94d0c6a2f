using Veilor.Designer.Core.Preflight;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Preflight;

public sealed class BaseCheckTests
{
    [Theory]
    [InlineData("2026-09-01", CheckState.Good, "Fedora 43: updates until 9 December 2026")]
    [InlineData("2026-11-26", CheckState.Warning, "Fedora 43: updates until 9 December 2026")]
    [InlineData("2026-12-10", CheckState.Warning, "Fedora 43: no updates since 9 December 2026")]
    public void The_end_of_updates_is_compared_with_the_day_of_the_build(string day, CheckState state, string found)
    {
        var check = BaseCheck.Of(Sound, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))!;

        Assert.Equal((state, found), (check.State, check.Found));
    }

    [Fact]
    public void Nothing_is_said_of_a_base_that_moves_by_itself_or_is_ones_own()
    {
        Assert.Null(BaseCheck.Of(Sound.Base("ghcr.io/ublue-os/aurora:stable"), new DateOnly(2026, 9, 1)));
        Assert.Null(BaseCheck.Of(Sound.Base("localhost/own:1"), new DateOnly(2026, 9, 1)));
    }
}
