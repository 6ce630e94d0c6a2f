using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Gate;

/// <summary>One thing that a criterion asks for.</summary>
/// <param name="Id">Stable, <c>criterion.part</c>: it stands in <c>gate.toml</c>.</param>
/// <param name="Title">The claim that must hold.</param>
/// <param name="FedBy">What of a run shows it; empty when only a person can.</param>
public sealed record GatePart(string Id, string Title, string FedBy)
{
    /// <summary>Whether the design has something to show here.</summary>
    public Func<ImageDesign, bool> IsAsked { get; init; } = _ => true;

    /// <summary>True when what was seen stays true whatever the design becomes.</summary>
    public bool OutlivesChanges { get; init; }

    /// <summary>Why it is not asked of other designs.</summary>
    public string NotAskedBecause { get; init; } = "";
}
