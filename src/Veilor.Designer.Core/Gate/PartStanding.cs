namespace Veilor.Designer.Core.Gate;

/// <summary>Where one part stands, and why.</summary>
/// <param name="Part">The part.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Evidence">What that rests on; null when nothing is known or nothing is asked.</param>
public sealed record PartStanding(GatePart Part, GateState State, GateEvidence? Evidence);
