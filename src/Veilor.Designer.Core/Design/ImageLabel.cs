using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>A label of the container image.</summary>
public sealed record ImageLabel
{
    public LabelKey Key { get; init; } = LabelKey.Parse("org.example.label");

    public string Value { get; init; } = "";
}
