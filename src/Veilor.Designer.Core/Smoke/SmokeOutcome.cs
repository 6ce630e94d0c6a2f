namespace Veilor.Designer.Core.Smoke;

/// <summary>Whether an assertion about the built image holds.</summary>
public enum SmokeOutcome
{
    Passed,
    Failed,

    /// <summary>It does not apply, for example to this architecture.</summary>
    Skipped,
}
