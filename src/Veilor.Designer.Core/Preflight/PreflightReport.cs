using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Preflight;

/// <summary>Everything that was looked at before a build.</summary>
/// <param name="Checks">In the order of their groups.</param>
public sealed record PreflightReport(EquatableArray<PreflightCheck> Checks)
{
    public IReadOnlyList<PreflightCheck> Blocking => [.. Checks.Where(check => check.State == CheckState.Blocking)];

    public IReadOnlyList<PreflightCheck> Warnings => [.. Checks.Where(check => check.State == CheckState.Warning)];

    /// <summary>True when the chosen steps can work.</summary>
    public bool CanBuild => Blocking.Count == 0;
}
