using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// What a design's hardening really changes on a stock Fedora kernel of the architectures that are built. Settings that
/// restate a default are counted beside it and never as gain. What the catalogue does not know is not judged, and
/// neither is what hardens nothing or weakens.
/// </summary>
/// <param name="Effective">Settings that change something.</param>
/// <param name="Dependent">Settings whose effect depends on the processor or on Secure Boot.</param>
/// <param name="Restated">Settings that restate a default, or that the kernel ignores.</param>
/// <param name="Unknown">Arguments and sysctls that the catalogue does not know.</param>
/// <param name="Offered">Arguments that the image only offers to single machines; none of them is counted above.</param>
/// <param name="Advised">How many settings of the grades baseline and hardened change something or may.</param>
/// <param name="AdvisedOn">How many of those are on.</param>
public sealed record HardeningScore(int Effective, int Dependent, int Restated, int Unknown, int Offered, int Advised, int AdvisedOn)
{
    private const string Cosmetic = "cosmetic";

    private static readonly Remembered<ImageDesign, HardeningScore> Scores = new(Count);

    /// <summary>The score of a design.</summary>
    public static HardeningScore Of(ImageDesign design) => Scores.Of(design);

    private static HardeningScore Count(ImageDesign design)
    {
        var kernel = design.Kernel;
        List<(CatalogueEffect Effect, CatalogueGrade Grade, bool IsOn)> settings =
        [
            .. DesignCatalogue.Arguments
                .Where(entry => IsHardening(entry, entry.Use) && design.Image.Builds(entry.Architecture))
                .Select(entry => (entry.Effect, entry.Grade, kernel.Arguments.Any(item => entry.Is(item.Argument) && design.Image.Builds(item.Architecture)))),
            .. DesignCatalogue.Sysctls
                .Where(entry => IsHardening(entry, entry.Use))
                .Select(entry => (entry.Effect, entry.Grade, design.Has(entry))),
            .. DesignCatalogue.ModuleFamilies.Select(entry => (CatalogueEffect.Changes, entry.Grade, design.CountBlocked(entry) == entry.Modules.Count)),
        ];
        var on = settings.Where(setting => setting.IsOn && setting.Grade is not (CatalogueGrade.Avoid or CatalogueGrade.Never)).ToList();
        var advised = settings.Where(setting => setting.Grade is CatalogueGrade.Baseline or CatalogueGrade.Hardened
            && setting.Effect is CatalogueEffect.Changes or CatalogueEffect.Depends).ToList();
        var unknown = kernel.Arguments.Count(entry => !DesignCatalogue.Arguments.Any(known => known.HasKeyOf(entry.Argument)))
            + kernel.Sysctls.Count(setting => !DesignCatalogue.Sysctls.Any(known => known.HasKeyOf(setting)));
        return new HardeningScore(
            on.Count(setting => setting.Effect == CatalogueEffect.Changes),
            on.Count(setting => setting.Effect == CatalogueEffect.Depends),
            on.Count(setting => setting.Effect is CatalogueEffect.Default or CatalogueEffect.None),
            unknown,
            kernel.OptIn.Count,
            advised.Count,
            advised.Count(setting => setting.IsOn));
    }

    private static bool IsHardening(CatalogueEntry entry, CatalogueUse use) =>
        use is not (CatalogueUse.Absent or CatalogueUse.OptIn) && !entry.Tags.Contains(Cosmetic);
}
