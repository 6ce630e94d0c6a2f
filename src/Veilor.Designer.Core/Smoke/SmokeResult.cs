namespace Veilor.Designer.Core.Smoke;

/// <summary>The outcome of one assertion about the built image.</summary>
/// <param name="Number">Its place in the script, from 1.</param>
/// <param name="Title">What was asserted.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Field">The path of the field it was made from.</param>
/// <param name="Found">What was found instead, or why it was left out; empty when it holds.</param>
/// <param name="Line">Number of the log line, from 1.</param>
public sealed record SmokeResult(int Number, string Title, SmokeOutcome Outcome, string Field, string Found, long Line);
