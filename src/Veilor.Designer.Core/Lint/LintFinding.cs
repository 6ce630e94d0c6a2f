using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Lint;

/// <summary>One finding of <c>bootc container lint</c>, with what causes it and what to change in the design.</summary>
/// <param name="Name">bootc's name of the check: <c>var-tmpfiles</c>.</param>
/// <param name="Level">Whether it ends the build.</param>
/// <param name="Details">What bootc printed, line by line.</param>
/// <param name="Cause">Why this happens, in a sentence.</param>
/// <param name="Fix">What to change in the design.</param>
/// <param name="Field">The path of the field where that is done; empty when the base is the cause.</param>
/// <param name="Line">Number of the log line it begins in, from 1.</param>
public sealed record LintFinding(
    string Name, LintLevel Level, EquatableArray<string> Details, string Cause, string Fix, string Field, long Line);
