using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Lint;
using Veilor.Designer.Core.Smoke;

namespace Veilor.Designer.Core.Gate;

/// <summary>What an ended run has to say about the criteria.</summary>
/// <param name="Run">Its id.</param>
/// <param name="DesignId">The design that it built or booted.</param>
/// <param name="Date">When it ended.</param>
public sealed record RunFacts(string Run, string DesignId, DateTimeOffset Date)
{
    /// <summary>Whether the container build succeeded; null when it has none or did not end.</summary>
    public bool? Built { get; init; }

    /// <summary>Why it did not, in a line.</summary>
    public string BuildProblem { get; init; } = "";

    /// <summary>Whether the lint step succeeded; null when there was none. A build whose Containerfile lints has a report all the same.</summary>
    public bool? Linted { get; init; }

    public LintReport? Lint { get; init; }

    public SmokeReport? Smoke { get; init; }

    /// <summary>Whether the step that makes ISOs succeeded; null when there was none.</summary>
    public bool? IsoMade { get; init; }

    /// <summary>The ISOs that are there, by name.</summary>
    public EquatableArray<string> Isos { get; init; } = [];

    /// <summary>What the checker says to the ISO's kickstart; null when no ISO was made.</summary>
    public KickstartReport? Kickstart { get; init; }

    /// <summary>Whether the build guide is in the bundle.</summary>
    public bool HasGuide { get; init; }

    public EquatableArray<BootReport> Boots { get; init; } = [];
}
