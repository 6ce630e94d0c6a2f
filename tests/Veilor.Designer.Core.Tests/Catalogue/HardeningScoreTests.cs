using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Tests.Validation;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Catalogue;

public sealed class HardeningScoreTests
{
    [Fact]
    public void A_setting_that_restates_a_default_gains_nothing()
    {
        var none = HardeningScore.Of(new ImageDesign());
        var changing = HardeningScore.Of(new ImageDesign().With(DesignCatalogue.Argument("init_on_free")));
        var restating = HardeningScore.Of(new ImageDesign().With(DesignCatalogue.Argument("init_on_alloc")));

        Assert.Equal((0, 0, 0), (none.Effective, none.Restated, none.AdvisedOn));
        Assert.Equal((1, 0, 1), (changing.Effective, changing.Restated, changing.AdvisedOn));
        Assert.Equal((0, 1, 0), (restating.Effective, restating.Restated, restating.AdvisedOn));
    }

    [Fact]
    public void What_the_catalogue_does_not_know_is_counted_and_not_judged()
    {
        var score = HardeningScore.Of(Sound.Argument("own.thing=1").Sysctl("kernel.own_thing = 1"));

        Assert.Equal((0, 2), (score.Effective, score.Unknown));
    }

    [Fact]
    public void A_preset_never_has_more_on_than_is_advised_in_all()
    {
        Assert.All(DesignCatalogue.Presets, preset =>
        {
            var score = HardeningScore.Of(new ImageDesign().With(preset));
            Assert.InRange(score.AdvisedOn, 1, score.Advised);
            Assert.True(score.Effective + score.Dependent + score.Restated <= preset.Arguments.Count + preset.Sysctls.Count + preset.Modules.Count);
        });
    }
}
