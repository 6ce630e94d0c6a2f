using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Validation;
using static Veilor.Designer.Core.Tests.Validation.Designs;

namespace Veilor.Designer.Core.Tests.Catalogue;

using Architecture = Veilor.Designer.Core.Design.Architecture;

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
    public void What_is_only_offered_to_single_machines_is_not_counted()
    {
        var score = HardeningScore.Of(Sound.With(DesignCatalogue.Argument("gds")));

        Assert.Equal((0, 0, 0, 1), (score.Effective, score.Dependent, score.AdvisedOn, score.Offered));
    }

    [Fact]
    public void An_argument_counts_on_the_architectures_that_are_built()
    {
        var design = Sound.With(DesignCatalogue.Argument("vsyscall"));
        var other = ImageFields.Architectures.Set(design, [Architecture.Aarch64]);
        var both = ImageFields.Architectures.Set(design, [Architecture.X86_64, Architecture.Aarch64]);

        Assert.Equal((1, 0, 1), (HardeningScore.Of(design).Effective, HardeningScore.Of(other).Effective, HardeningScore.Of(both).Effective));
        Assert.True(HardeningScore.Of(other).Advised < HardeningScore.Of(design).Advised);
    }

    [Theory]
    [InlineData("nokaslr")]
    [InlineData("no_hash_pointers")]
    [InlineData("fbcon=nodefer")]
    [InlineData("rhgb")]
    public void What_weakens_or_hardens_nothing_is_not_counted(string argument) =>
        Assert.Equal(HardeningScore.Of(Sound), HardeningScore.Of(Sound.Argument(argument)));

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
