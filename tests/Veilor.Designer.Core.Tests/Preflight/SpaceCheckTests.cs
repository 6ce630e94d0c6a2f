using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Core.Tests.Preflight;

public sealed class SpaceCheckTests
{
    private const long Gibi = 1L << 30;

    private static SpaceNeed Need(string purpose, string fileSystem, long needed, long? free) => new(purpose, $"/{purpose}", fileSystem, needed * Gibi, free * Gibi);

    [Fact]
    public void Parts_on_one_file_system_share_what_is_free()
    {
        var check = Assert.Single(SpaceCheck.Of([Need("build", "8:1", 6, 10), Need("copy", "8:1", 8, 10), Need("disks", "8:1", 7, 10)]));
        Assert.Equal(CheckState.Blocking, check.State);
        Assert.Equal("build, copy, disks", check.Name);
        Assert.Equal("10.0 GiB free in /build, /copy, /disks", check.Found);
        Assert.Equal("about 21.0 GiB together: 6.0 GiB build, 8.0 GiB copy, 7.0 GiB disks", check.NeededFor);
        Assert.NotEmpty(check.Repairs);
    }

    [Fact]
    public void Parts_on_several_file_systems_are_looked_at_one_by_one() =>
        Assert.Equal(
            [CheckState.Good, CheckState.Warning],
            SpaceCheck.Of([Need("build", "8:1", 6, 10), Need("copy", "8:2", 8, 5)]).Select(check => check.State));

    [Fact]
    public void What_takes_nothing_is_not_looked_at_and_what_cannot_be_seen_is_said()
    {
        var check = Assert.Single(SpaceCheck.Of([Need("build", "8:1", 0, 1), Need("copy", "8:2", 8, null)]));
        Assert.Equal((CheckState.Warning, "/copy cannot be looked at"), (check.State, check.Found));
    }
}
