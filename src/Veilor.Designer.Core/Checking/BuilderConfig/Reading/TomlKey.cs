namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A key as it stands in a TOML file.</summary>
/// <param name="Path">Dotted from the root; parts that are not bare are quoted.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record TomlKey(string Path, int Line, int Column);
