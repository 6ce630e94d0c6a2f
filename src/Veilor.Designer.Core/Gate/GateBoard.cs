using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Gate;

/// <summary>The decision gate of one design, worked out from what is written down.</summary>
/// <param name="Verdict">What follows.</param>
/// <param name="Reasons">Why, and what is missing, in sentences.</param>
/// <param name="Criteria">The seven, in order.</param>
/// <param name="Unfixable">The deciding risks that are marked unfixable.</param>
public sealed record GateBoard(
    GateVerdict Verdict, EquatableArray<string> Reasons, EquatableArray<CriterionStanding> Criteria, EquatableArray<RiskMark> Unfixable)
{
    /// <summary>How many of the seven are met.</summary>
    public int MetCount => Criteria.Count(criterion => criterion.State == GateState.Met);

    /// <summary>Works the gate out.</summary>
    /// <param name="record">What is written down.</param>
    /// <param name="design">The design, which decides what is asked.</param>
    /// <param name="designId">Its id now; evidence of another one is stale.</param>
    /// <param name="isThere">Whether the file of a kept artefact is still there as it was.</param>
    public static GateBoard Of(GateRecord record, ImageDesign design, string designId, Func<KeptArtifact, bool> isThere)
    {
        var criteria = GateCriteria.All.Select(criterion => Stand(criterion, record, design, designId)).ToEquatableArray();
        var unfixable = record.Risks.Where(mark => mark.State == RiskState.Unfixable && GateRisks.Find(mark.Number) is { Decides: true }).ToEquatableArray();
        var lacking = Enum.GetValues<KeptRole>().Where(role => record.Find(role) is not { } kept || !isThere(kept)).ToList();
        var verdict = Decide(criteria, unfixable, record.ShipsBoth && lacking.Count == 0);
        return new GateBoard(verdict, Explain(verdict, criteria, unfixable, record, lacking).ToEquatableArray(), criteria, unfixable);
    }

    /// <summary>
    /// Shipping both is a person's decision and the way out of a failure, so it comes first; a risk that cannot be fixed outweighs green criteria.
    /// </summary>
    private static GateVerdict Decide(EquatableArray<CriterionStanding> criteria, EquatableArray<RiskMark> unfixable, bool shipsBoth)
    {
        if (shipsBoth)
        {
            return GateVerdict.Hybrid;
        }

        if (!unfixable.IsEmpty)
        {
            return GateVerdict.Fail;
        }

        return criteria.All(criterion => criterion.State == GateState.Met) ? GateVerdict.Pass : GateVerdict.Open;
    }

    private static CriterionStanding Stand(GateCriterion criterion, GateRecord record, ImageDesign design, string designId)
    {
        var parts = criterion.Parts.Select(part => Stand(part, record, design, designId)).ToEquatableArray();
        var states = parts.Select(part => part.State).Where(state => state != GateState.NotAsked).ToList();
        var state = states switch
        {
            [] => GateState.Met,
            _ when states.Contains(GateState.Failed) => GateState.Failed,
            _ when states.TrueForAll(item => item == GateState.Met) => GateState.Met,
            _ when states.Contains(GateState.Stale) => GateState.Stale,
            _ when states.TrueForAll(item => item == GateState.Open) => GateState.Open,
            _ => GateState.Partial,
        };
        return new CriterionStanding(criterion, state, parts);
    }

    /// <summary>
    /// The newest word about the design as it is decides. Half an observation does not outweigh a whole one, older as it may be.
    /// </summary>
    private static PartStanding Stand(GatePart part, GateRecord record, ImageDesign design, string designId)
    {
        if (!part.IsAsked(design))
        {
            return new PartStanding(part, GateState.NotAsked, null);
        }

        var all = record.Evidence.Where(item => item.Part == part.Id).OrderBy(item => item.Date).ToList();
        var current = all.Where(item => part.OutlivesChanges || item.DesignId == designId).ToList();
        if (current.FindLast(item => item.Finding != GateFinding.Partial) is { } whole)
        {
            return new PartStanding(part, whole.Finding == GateFinding.Met ? GateState.Met : GateState.Failed, whole);
        }

        if (current is [.., var seen])
        {
            return new PartStanding(part, GateState.Partial, seen);
        }

        return all is [.., var old] ? new PartStanding(part, GateState.Stale, old) : new PartStanding(part, GateState.Open, null);
    }

    private static IEnumerable<string> Explain(
        GateVerdict verdict, EquatableArray<CriterionStanding> criteria, EquatableArray<RiskMark> unfixable, GateRecord record, List<KeptRole> lacking)
    {
        if (verdict == GateVerdict.Hybrid)
        {
            yield return "Both are shipped, and both artefacts are kept.";
        }

        foreach (var mark in unfixable)
        {
            yield return $"Risk {mark.Number} is marked unfixable: {GateRisks.Find(mark.Number)!.Title}.";
        }

        foreach (var role in record.ShipsBoth ? lacking : [])
        {
            yield return role == KeptRole.Bootc ? "Shipping both is chosen, but no bootc artefact is kept." : "Shipping both is chosen, but no Anaconda ISO is kept.";
        }

        var met = criteria.Count(criterion => criterion.State == GateState.Met);
        yield return met == criteria.Count ? "All seven criteria are met." : $"{met} of {criteria.Count} criteria are met.";
        foreach (var criterion in criteria.Where(criterion => criterion.State is GateState.Failed or GateState.Stale))
        {
            yield return criterion.State == GateState.Failed
                ? $"Criterion {criterion.Criterion.Number} does not hold: {criterion.Criterion.Title}."
                : $"Criterion {criterion.Criterion.Number} was shown before the design changed: {criterion.Criterion.Title}.";
        }
    }
}
