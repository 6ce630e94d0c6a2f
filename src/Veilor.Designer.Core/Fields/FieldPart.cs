namespace Veilor.Designer.Core.Fields;

/// <summary>A column of a field that holds rows, as help describes it.</summary>
/// <param name="Name">The key in <c>design.toml</c>.</param>
/// <param name="Label">What a form calls it.</param>
/// <param name="Help">What it means.</param>
/// <param name="IsRequired">True when a row cannot be without it.</param>
/// <param name="Choices">The values to choose from; empty when there are not only a few.</param>
public sealed record FieldPart(string Name, string Label, string Help, bool IsRequired, IReadOnlyList<ChoiceText> Choices);
