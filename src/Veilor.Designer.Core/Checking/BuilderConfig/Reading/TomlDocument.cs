namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A TOML file as the builders' decoder sees it.</summary>
/// <param name="Root">The top-level table.</param>
/// <param name="KeyOrder">Every key and table header in the order of the file, as dotted paths; the decoder reports those that nothing took.</param>
/// <param name="KeyLines">The line the decoder names for a path. A table that was never written out has none.</param>
internal sealed record TomlDocument(
    ConfigTable Root,
    IReadOnlyList<TomlKey> KeyOrder,
    IReadOnlyDictionary<string, int> KeyLines);
