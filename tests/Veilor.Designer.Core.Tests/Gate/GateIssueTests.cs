using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Core.Tests.Gate;

public sealed class GateIssueTests
{
    [Fact]
    public void It_names_the_risk_the_design_the_reproducer_and_what_fails()
    {
        var record = GateRecord.Empty.With(Gates.Failed("iso.made", run: "20260501-120000-000"));
        var text = GateIssue.Write(Gates.Risk(4, RiskState.Unfixable), Gates.Design, "0123456789abcdef", record.Board());
        Assert.StartsWith("# bootc migration, risk 4: The SELinux module is compiled in a container\n", text, StringComparison.Ordinal);
        Assert.Contains("id 0123456789ab\n", text, StringComparison.Ordinal);
        Assert.Contains("## What happens\n\ntried\n", text, StringComparison.Ordinal);
        Assert.Contains("```sh\npodman run\n```\n", text, StringComparison.Ordinal);
        Assert.Contains("* The image builder makes the ISO: seen (run 20260501-120000-000)\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    public void Each_deciding_risk_has_a_reproducer_to_start_from(int number)
    {
        var text = GateIssue.Write(new RiskMark(number, RiskState.Unfixable, Gates.Day(1)), Gates.Design, "d", GateRecord.Empty.Board());
        Assert.Contains("```sh\n" + GateIssue.Reproducer(number, Gates.Design) + "\n```", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reproducer_cannot_end_its_own_block()
    {
        var mark = Gates.Risk(3, RiskState.Unfixable) with { Reproducer = "```\n# not a heading" };
        Assert.Contains("````sh\n```\n# not a heading\n````\n", GateIssue.Write(mark, Gates.Design, "d", GateRecord.Empty.Board()), StringComparison.Ordinal);
    }
}
