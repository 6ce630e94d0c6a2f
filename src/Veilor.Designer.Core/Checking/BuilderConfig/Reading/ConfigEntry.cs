namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>One key of a table with its value.</summary>
/// <param name="Name">The key as written, without quotes.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Line">The key's line, from 1.</param>
/// <param name="Column">The key's column, from 1.</param>
internal sealed record ConfigEntry(string Name, ConfigValue Value, int Line, int Column);
