using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Gate;

/// <summary>Where one criterion stands: it is met when all its parts are that are asked.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record CriterionStanding(GateCriterion Criterion, GateState State, EquatableArray<PartStanding> Parts);
