using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Gate;

/// <summary>One of the seven criteria.</summary>
/// <param name="Number">1 to 7.</param>
/// <param name="Id">Stable, for links.</param>
/// <param name="Title">What must have been reached.</param>
/// <param name="Parts">What that consists of.</param>
public sealed record GateCriterion(int Number, string Id, string Title, EquatableArray<GatePart> Parts);
