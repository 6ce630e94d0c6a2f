namespace Veilor.Designer.Core.Diagnostics;

/// <summary>One check. A rule is pure: the same design gives the same diagnostics.</summary>
public interface IDesignRule
{
    /// <summary>What the diagnostics of this rule have in common.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>The problems of the design.</summary>
    IEnumerable<Diagnostic> Check(RuleInput input);
}
