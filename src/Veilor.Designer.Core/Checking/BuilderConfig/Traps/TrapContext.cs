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

    /// <summary>Where the lines of the kickstart stand that the config carries; null when it carries none.</summary>
    public TextPlace? Kickstart { get; } = Config.TableAt("customizations").At("installer", "kickstart", "contents") is { } contents
        ? new TextPlace(Request.Text, contents, Config.TableAt("customizations").TextAt("installer", "kickstart", "contents"))
        : null;

    public bool HasOwnKickstart => Customizations.At("installer", "kickstart") is not null;
}
