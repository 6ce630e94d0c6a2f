namespace Veilor.Designer.Core.Routing;

/// <summary>A chosen output that a fact does not reach.</summary>
/// <param name="Output">The image type, as <c>design.toml</c> names it.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RouteLoss(string Output, string Reason);
