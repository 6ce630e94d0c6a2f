using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Rules;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>What the trap rules look at.</summary>
/// <param name="Request">How the builder is called.</param>
/// <param name="ImageType">The first image type; the builder looks at no other.</param>
/// <param name="TypeCount">How many types were asked for.</param>
/// <param name="Config">The decoded file.</param>
/// <param name="Unsupported">The settings that the type does not support.</param>
internal sealed record TrapContext(
    BuilderConfigRequest Request,
    string ImageType,
    int TypeCount,
    ConfigTable Config,
    IReadOnlyList<UnsupportedOption> Unsupported)
{
    public ConfigTable? Customizations { get; } = Config.TableAt("customizations");

    public bool IsIso => ImageTypes.IsIso(ImageType);

    public bool HasOwnKickstart => Customizations.At("installer", "kickstart") is not null;
}
