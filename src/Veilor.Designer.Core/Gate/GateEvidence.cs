namespace Veilor.Designer.Core.Gate;

/// <summary>Why a part of a criterion is believed to hold or not to hold.</summary>
/// <param name="Part">The part's id, see <see cref="GateCriteria"/>.</param>
/// <param name="Finding">What was found.</param>
/// <param name="DesignId">The design it was found of (<see cref="Comparing.DesignId"/>).</param>
/// <param name="Date">When.</param>
/// <param name="Text">What was seen, in words.</param>
public sealed record GateEvidence(string Part, GateFinding Finding, string DesignId, DateTimeOffset Date, string Text)
{
    private const int ShortIdLength = 12;

    /// <summary>The run that found it; empty when a person did.</summary>
    public string Run { get; init; } = "";

    /// <summary>An address with more; empty for none.</summary>
    public string Link { get; init; } = "";

    /// <summary>The name of an attached file; empty for none.</summary>
    public string File { get; init; } = "";

    /// <summary>The first digits of a design's id, as people read it. A file may hold any text in its place.</summary>
    public static string Short(string designId) => designId.Length <= ShortIdLength ? designId : designId[..ShortIdLength];

    /// <summary>True when a person ticked it.</summary>
    public bool IsByHand => Run.Length == 0;
}
