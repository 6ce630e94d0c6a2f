namespace Veilor.Designer.Core.Lint;

/// <summary>What is known of one of bootc's checks.</summary>
/// <param name="Name">bootc's name of it.</param>
/// <param name="Cause">Why it fails, in a sentence.</param>
/// <param name="Fix">What to change in the design.</param>
/// <param name="Field">Where; empty when the base is the cause.</param>
public sealed record LintCheck(string Name, string Cause, string Fix, string Field);
