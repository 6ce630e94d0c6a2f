using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Tests.Validation;

namespace Veilor.Designer.Core.Tests.Gate;

public sealed class GateBoardTests
{
    public static TheoryData<string> Parts => [.. GateCriteria.All.SelectMany(criterion => criterion.Parts).Select(part => part.Id)];

    public static TheoryData<int> DecidingRisks => [3, 4, 7, 10];

    [Fact]
    public void There_are_seven_criteria_and_ten_risks_of_which_four_decide()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], GateCriteria.All.Select(criterion => criterion.Number));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], GateRisks.All.Select(risk => risk.Number));
        Assert.Equal([3, 4, 7, 10], GateRisks.All.Where(risk => risk.Decides).Select(risk => risk.Number));
        Assert.All(GateCriteria.All, criterion => Assert.All(criterion.Parts, part => Assert.StartsWith(criterion.Id + ".", part.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_known_is_open() => Assert.Equal(GateVerdict.Open, GateRecord.Empty.Board().Verdict);

    [Fact]
    public void All_seven_met_is_a_pass()
    {
        var board = Gates.AllMet.Board();
        Assert.Equal(GateVerdict.Pass, board.Verdict);
        Assert.Equal(7, board.MetCount);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void One_part_that_is_missing_keeps_the_gate_open(string part) =>
        Assert.Equal(GateVerdict.Open, (Gates.AllMet with { Evidence = [.. Gates.AllMet.Evidence.Where(item => item.Part != part)] }).Board().Verdict);

    [Theory]
    [MemberData(nameof(Parts))]
    public void One_part_that_fails_stale_or_half_seen_keeps_the_gate_open(string part)
    {
        var without = Gates.AllMet with { Evidence = [.. Gates.AllMet.Evidence.Where(item => item.Part != part)] };
        Assert.All(
            new[] { Gates.Failed(part), Gates.Partial(part) },
            evidence => Assert.Equal(GateVerdict.Open, without.With(evidence).Board().Verdict));
        var ofAnotherDesign = without.With(Gates.Met(part, id: "old")).Board().Verdict;
        Assert.Equal(part == GateCriteria.Tag ? GateVerdict.Pass : GateVerdict.Open, ofAnotherDesign);
    }

    [Theory]
    [MemberData(nameof(DecidingRisks))]
    public void A_deciding_risk_that_is_unfixable_fails_the_gate_even_when_all_is_green(int number)
    {
        var record = Gates.AllMet.With(Gates.Risk(number, RiskState.Unfixable));
        Assert.Equal(GateVerdict.Fail, record.Board().Verdict);
        Assert.Equal([number], record.Board().Unfixable.Select(mark => mark.Number));
        Assert.Equal(GateVerdict.Pass, record.With(Gates.Risk(number, RiskState.Handled)).Board().Verdict);
    }

    [Fact]
    public void A_deciding_risk_fails_the_gate_while_it_is_open_too() =>
        Assert.Equal(GateVerdict.Fail, GateRecord.Empty.With(Gates.Risk(3, RiskState.Unfixable)).Board().Verdict);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(9)]
    public void Another_risk_does_not_decide(int number) =>
        Assert.Equal(GateVerdict.Pass, Gates.AllMet.With(Gates.Risk(number, RiskState.Unfixable)).Board().Verdict);

    [Fact]
    public void Shipping_both_with_both_kept_is_hybrid_whatever_else_holds()
    {
        Assert.Equal(GateVerdict.Hybrid, GateRecord.Empty.BothKept().Board().Verdict);
        Assert.Equal(GateVerdict.Hybrid, Gates.AllMet.BothKept().Board().Verdict);
        var failed = GateRecord.Empty.With(Gates.Risk(7, RiskState.Unfixable)).BothKept().Board();
        Assert.Equal(GateVerdict.Hybrid, failed.Verdict);
        Assert.Contains(failed.Reasons, reason => reason.StartsWith("Risk 7 is marked unfixable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(KeptRole.Bootc, "no bootc artefact")]
    [InlineData(KeptRole.Anaconda, "no Anaconda ISO")]
    public void Shipping_both_is_not_hybrid_while_one_is_not_kept(KeptRole missing, string reason)
    {
        var record = GateRecord.Empty.BothKept().Without(missing);
        Assert.Equal(GateVerdict.Open, record.Board().Verdict);
        Assert.Contains(record.Board().Reasons, item => item.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(GateVerdict.Fail, record.With(Gates.Risk(10, RiskState.Unfixable)).Board().Verdict);
        Assert.Equal(GateVerdict.Pass, (Gates.AllMet with { ShipsBoth = true }).Board().Verdict);
    }

    [Fact]
    public void Shipping_both_is_not_hybrid_when_a_file_is_gone() =>
        Assert.Equal(GateVerdict.Open, GateRecord.Empty.BothKept().Board(isThere: false).Verdict);

    [Fact]
    public void Kept_files_alone_are_no_decision() =>
        Assert.Equal(GateVerdict.Open, (GateRecord.Empty.BothKept() with { ShipsBoth = false }).Board().Verdict);

    [Fact]
    public void The_newest_word_about_the_design_decides()
    {
        Assert.Equal(GateState.Failed, GateRecord.Empty.With(Gates.Met("container.lint", 1)).With(Gates.Failed("container.lint", 2, run: "r2")).Board().State("container.lint"));
        Assert.Equal(GateState.Met, GateRecord.Empty.With(Gates.Failed("container.lint", 1, run: "r1")).With(Gates.Met("container.lint", 2)).Board().State("container.lint"));
        Assert.Equal(GateState.Failed, GateRecord.Empty.With(Gates.Failed("container.lint", 2, run: "r2")).With(Gates.Met("container.lint", 1, run: "r1")).Board().State("container.lint"));
    }

    [Fact]
    public void Half_an_observation_does_not_outweigh_a_whole_one()
    {
        var record = GateRecord.Empty.With(Gates.Met("install.luks", 1)).With(Gates.Partial("install.luks", 2, run: "r2"));
        Assert.Equal(GateState.Met, record.Board().State("install.luks"));
        Assert.Equal(GateState.Partial, record.Withdraw("install.luks").Board().State("install.luks"));
    }

    [Fact]
    public void What_was_shown_of_another_design_is_stale_and_comes_back_with_it()
    {
        var record = GateRecord.Empty.With(Gates.Met("iso.made", 1, "old", "r1"));
        Assert.Equal(GateState.Stale, record.Board().State("iso.made"));
        Assert.Equal(GateState.Met, GateBoard.Of(record, Gates.Design, "old", _ => true).State("iso.made"));
        Assert.Equal(GateState.Met, record.With(Gates.Met("iso.made", 2, run: "r2")).Board().State("iso.made"));
        Assert.Equal(GateState.Partial, record.With(Gates.Partial("iso.made", 2, run: "r2")).Board().State("iso.made"));
    }

    [Fact]
    public void A_tag_of_another_release_does_not_go_stale_with_the_design()
    {
        Assert.Equal(GateState.Met, GateRecord.Empty.With(Gates.Met(GateCriteria.Tag, 1, "old")).Board().State(GateCriteria.Tag));
    }

    [Fact]
    public void A_criterion_is_as_good_as_the_worst_of_its_parts()
    {
        var record = GateRecord.Empty.With(Gates.Met("container.build"));
        Assert.Equal(GateState.Partial, record.Board().Criteria[0].State);
        Assert.Equal(GateState.Met, record.With(Gates.Met("container.lint")).Board().Criteria[0].State);
        Assert.Equal(GateState.Failed, record.With(Gates.Failed("container.lint")).Board().Criteria[0].State);
        Assert.Equal(GateState.Stale, record.With(Gates.Met("container.lint", id: "old")).Board().Criteria[0].State);
    }

    [Fact]
    public void What_the_design_does_not_have_is_not_asked_and_what_it_must_show_still_is()
    {
        var board = GateRecord.Empty.Board(Designs.Sound);
        Assert.Equal(GateState.NotAsked, board.State("image.desktop"));
        Assert.Equal(GateState.NotAsked, board.State("install.luks"));
        Assert.Equal(GateState.NotAsked, board.State("install.subvolumes"));
        Assert.Equal(GateState.Open, board.State("iso.made"));
        Assert.All(board.Criteria, criterion => Assert.Equal(GateState.Open, criterion.State));
    }

    [Fact]
    public void A_part_keeps_the_newest_evidence_and_one_tick_a_design()
    {
        var record = Enumerable.Range(1, 20).Aggregate(GateRecord.Empty, (current, day) => current.With(Gates.Met("iso.made", day, run: $"r{day}")));
        Assert.Equal(GateRecord.EvidenceKept, record.Evidence.Count);
        Assert.Equal("r20", record.Evidence[^1].Run);
        var ticked = GateRecord.Empty.With(Gates.Failed("iso.made", 1)).With(Gates.Met("iso.made", 2));
        Assert.Equal(GateFinding.Met, Assert.Single(ticked.Evidence).Finding);
    }

    [Fact]
    public void An_open_risk_without_words_leaves_no_trace() =>
        Assert.Equal(GateRecord.Empty, GateRecord.Empty.With(Gates.Risk(3, RiskState.Unfixable)).With(new RiskMark(3, RiskState.Open, Gates.Day(4))));
}
