namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A TOML date or time. No builder setting takes one, so the text is all that is kept.</summary>
/// <param name="Text">As written, with separators normalised.</param>
internal sealed record ConfigMoment(string Text);
