namespace Veilor.Designer.Core.Diagnostics;

/// <summary>What is the same for every diagnostic of one rule.</summary>
/// <param name="Code"><c>VD</c> and four digits; the help page is <c>docs/diagnostics/CODE.md</c>.</param>
/// <param name="Severity">How much it holds back.</param>
/// <param name="Title">The problem in a few words, without the values at hand.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title);
