using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Core.Tests.Validation;

namespace Veilor.Designer.Core.Tests.Preflight;

public sealed class SpaceEstimateTests
{
    private static readonly BuildHost Root = new(RootAccess.IsRoot, "/s", 0, 0);
    private static readonly BuildChoices Disk = new() { ImageTypes = [ImageType.Qcow2] };

    [Fact]
    public void A_base_that_is_here_is_not_counted_again() =>
        Assert.True(SpaceEstimate.Of(Designs.Sound, new BuildChoices(), Root, 1L << 30).Storage < SpaceEstimate.Of(Designs.Sound, new BuildChoices(), Root, null).Storage);

    [Fact]
    public void More_packages_take_more() =>
        Assert.True(SpaceEstimate.Of(Designs.Sound.Install("htop"), Disk, Root, 1).Storage > SpaceEstimate.Of(Designs.Sound, Disk, Root, 1).Storage);

    [Fact]
    public void Only_a_build_without_root_needs_a_copy_in_roots_storage()
    {
        Assert.Equal(0, SpaceEstimate.Of(Designs.Sound, Disk, Root, 1).RootStorage);
        Assert.True(SpaceEstimate.Of(Designs.Sound, Disk, Root with { Root = RootAccess.Sudo }, 1).RootStorage > 0);
        Assert.Equal(0, SpaceEstimate.Of(Designs.Sound, Disk with { BuildAsRoot = true }, Root with { Root = RootAccess.Sudo }, 1).RootStorage);
    }

    [Fact]
    public void Without_disks_nothing_is_needed_for_results() =>
        Assert.Equal(0, SpaceEstimate.Of(Designs.Sound, new BuildChoices(), Root, null).Results);
}
