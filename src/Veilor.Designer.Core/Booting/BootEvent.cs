namespace Veilor.Designer.Core.Booting;

/// <summary>A milestone, as it was seen.</summary>
/// <param name="Milestone">Which.</param>
/// <param name="Text">The line that shows it.</param>
/// <param name="At">Time since the machine was switched on.</param>
public sealed record BootEvent(BootMilestone Milestone, string Text, TimeSpan At);
