namespace Veilor.Designer.Core.Fields;

/// <summary>Why a typed text is not part of the design.</summary>
/// <param name="Error">What is wrong with it; null for a text that could be added and was not.</param>
/// <param name="Present">What the design has in that place; null where it has no such place, as for a row that is not added.</param>
public sealed record TypedRefusal(string? Error, string? Present);
