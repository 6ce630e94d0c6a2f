using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>
/// Everything a run needs, frozen: later edits of the design do not reach a run that has been asked for.
/// </summary>
/// <param name="DesignSlug">The design's folder name.</param>
/// <param name="DesignTitle">Its title, for the history.</param>
/// <param name="Bundle">Exactly the files that an export would write.</param>
/// <param name="Plan">The steps, as <see cref="BuildPlanner"/> makes them.</param>
public sealed record BuildRequest(string DesignSlug, string DesignTitle, IReadOnlyList<BundleEntry> Bundle, BuildPlan Plan)
{
    /// <summary>The design's id (<see cref="Core.Comparing.DesignId"/>); empty when it is not known, and then the run feeds no gate.</summary>
    public string DesignId { get; init; } = "";
}
