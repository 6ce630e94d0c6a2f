namespace Veilor.Designer.Core.Lint;

/// <summary>How bootc takes a finding (bootc, crates/lib/src/lints.rs).</summary>
public enum LintLevel
{
    /// <summary>The image builds and boots, and something is not as it should be.</summary>
    Warning,

    /// <summary>The build ends.</summary>
    Fatal,
}
