using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Smoke;

/// <summary>What the assertions made from a design found in the image.</summary>
/// <param name="Results">In the order of the script.</param>
/// <param name="Planned">How many were to be checked; fewer results mean that the script was broken off.</param>
public sealed record SmokeReport(EquatableArray<SmokeResult> Results, int Planned)
{
    public int Passed => Count(SmokeOutcome.Passed);

    public int Failed => Count(SmokeOutcome.Failed);

    public int Skipped => Count(SmokeOutcome.Skipped);

    private int Count(SmokeOutcome outcome) => Results.Count(result => result.Outcome == outcome);
}
