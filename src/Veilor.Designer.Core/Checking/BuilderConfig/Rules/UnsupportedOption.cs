using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>A setting that an image type does not support.</summary>
/// <param name="Path">Dotted, in the builder's spelling.</param>
/// <param name="Entry">Where it stands.</param>
internal sealed record UnsupportedOption(string Path, ConfigEntry Entry);
