namespace Veilor.Designer.Core.Fields;

/// <summary>One of a few allowed values.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">How <c>design.toml</c> writes it.</param>
/// <param name="Label">How a form shows it.</param>
/// <param name="Help">What it is for; empty where the label says it.</param>
public sealed record FieldChoice<T>(T Value, string Text, string Label, string Help = "");
