namespace Veilor.Designer.Components.Preview;

/// <summary>Something to compare with, as a menu offers it.</summary>
/// <param name="Id">How the address names it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Detail">When it was so, or another word on it; empty for none.</param>
public sealed record ComparisonChoice(string Id, string Name, string Detail = "");
