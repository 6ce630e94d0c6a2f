using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.CommandLine;

/// <summary>One problem of a design as the command line tells it.</summary>
/// <param name="Code"><c>VD</c> and four digits; null for a file that cannot go into a bundle, and for a base whose updates end.</param>
/// <param name="Severity">How much it holds back.</param>
/// <param name="Path">The field, or the file's path below the design folder.</param>
/// <param name="Message">What is wrong and why it matters.</param>
/// <param name="Fix">What the editor offers to do about it; null where only a person can decide.</param>
public sealed record ReportedProblem(string? Code, DiagnosticSeverity Severity, string Path, string Message, string? Fix);
