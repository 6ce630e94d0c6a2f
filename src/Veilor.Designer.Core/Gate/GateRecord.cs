using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Gate;

/// <summary>What is written down about a design's decision: the content of <c>gate.toml</c>, beside its <c>design.toml</c>.</summary>
public sealed record GateRecord
{
    /// <summary>How many pieces of evidence a part keeps; older ones are dropped.</summary>
    public const int EvidenceKept = 8;

    public static GateRecord Empty { get; } = new();

    /// <summary>True when a person has decided to ship both.</summary>
    public bool ShipsBoth { get; init; }

    /// <summary>Oldest first within a part.</summary>
    public EquatableArray<GateEvidence> Evidence { get; init; } = [];

    /// <summary>At most one a risk.</summary>
    public EquatableArray<RiskMark> Risks { get; init; } = [];

    /// <summary>At most one a role.</summary>
    public EquatableArray<KeptArtifact> Kept { get; init; } = [];

    /// <summary>Adds evidence. What the same run has said before, or a person of the same design, is replaced.</summary>
    public GateRecord With(GateEvidence added)
    {
        var others = Evidence.Where(item => !(item.Part == added.Part && item.Run == added.Run && (!item.IsByHand || item.DesignId == added.DesignId)));
        return this with { Evidence = Tidy(others.Append(added)) };
    }

    /// <summary>Takes a person's ticks of a part back.</summary>
    public GateRecord Withdraw(string part) => this with { Evidence = Evidence.Where(item => item.Part != part || !item.IsByHand).ToEquatableArray() };

    /// <summary>Replaces what is written down about a risk; an open one without words is not kept.</summary>
    public GateRecord With(RiskMark mark)
    {
        var others = Risks.Where(item => item.Number != mark.Number);
        var isNothing = mark is { State: RiskState.Open, Note: "", Reproducer: "" };
        return this with { Risks = (isNothing ? others : others.Append(mark)).OrderBy(item => item.Number).ToEquatableArray() };
    }

    public GateRecord With(KeptArtifact kept) => this with { Kept = Kept.Where(item => item.Role != kept.Role).Append(kept).OrderBy(item => item.Role).ToEquatableArray() };

    public GateRecord Without(KeptRole role) => this with { Kept = Kept.Where(item => item.Role != role).ToEquatableArray() };

    public KeptArtifact? Find(KeptRole role) => Kept.FirstOrDefault(item => item.Role == role);

    /// <summary>What is written down about a risk; one that nobody has looked at is open.</summary>
    public RiskMark Mark(int number) => Risks.FirstOrDefault(item => item.Number == number) ?? new RiskMark(number, RiskState.Open, default);

    private static EquatableArray<GateEvidence> Tidy(IEnumerable<GateEvidence> evidence) =>
        evidence.GroupBy(item => item.Part, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(item => item.Date).TakeLast(EvidenceKept))
            .ToEquatableArray();
}
