namespace Veilor.Designer.Core.Fields;

/// <summary>One of the few values of a field, as help describes it.</summary>
/// <param name="Text">What <c>design.toml</c> holds; empty when the key is left out.</param>
/// <param name="Label">What a form shows.</param>
public sealed record ChoiceText(string Text, string Label);
