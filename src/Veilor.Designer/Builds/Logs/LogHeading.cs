namespace Veilor.Designer.Builds.Logs;

/// <summary>The heading that a log view shows above a step's lines.</summary>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="FirstLine">Number of the step's first line, from 1; it may not be written yet.</param>
public readonly record struct LogHeading(int Step, long FirstLine);
