using CsCheck;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Gate;

namespace Veilor.Designer.Core.Tests.Gate;

public sealed class GateTomlTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab \"'\\\n\t#=[]é`"], 0, 30];

    private static readonly Gen<DateTimeOffset> Dates = Gen.Int[0, 2_000_000_000].Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds));

    private static readonly Gen<GateRecord> Records =
        from evidence in Gen.Select(
            Among([.. GateCriteria.All.SelectMany(criterion => criterion.Parts).Select(part => part.Id)]),
            Among(Enum.GetValues<GateFinding>()), Words, Words, Dates,
            (part, finding, text, run, date) => new GateEvidence(part, finding, "d1", date, text) { Run = run, Link = text, File = run }).Array[0, 4]
        from risks in Gen.Select(Gen.Int[1, 10], Among(Enum.GetValues<RiskState>()), Words, Dates, (number, state, text, date) => new RiskMark(number, state, date) { Note = text, Reproducer = text }).Array[0, 3]
        from kept in Gen.Select(Among(Enum.GetValues<KeptRole>()), Gen.Long[0, long.MaxValue], Dates, (role, size, date) => new KeptArtifact(role, "a b.iso", size, "ff", "", date)).Array[0, 2]
        from both in Gen.Bool
        select new GateRecord { ShipsBoth = both, Evidence = evidence.ToEquatableArray(), Risks = risks.ToEquatableArray(), Kept = kept.ToEquatableArray() };

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public void Every_record_reads_back_as_it_was() => Records.Sample(record =>
    {
        var read = GateToml.Read(GateToml.ToText(record));
        Assert.Empty(read.Problems);
        Assert.Equal(record, read.Record);
    });

    [Fact]
    public void Its_form_is_plain()
    {
        var record = GateRecord.Empty.With(Gates.Met("iso.made", run: "20260501-120000-000")).With(Gates.Risk(3, RiskState.Unfixable)).With(Gates.Kept(KeptRole.Bootc));
        Assert.Equal(
            """
            format = 1
            ship_both = false

            [[evidence]]
            part = "iso.made"
            finding = "met"
            design = "d1"
            date = "2026-05-01T12:00:00Z"
            run = "20260501-120000-000"
            text = "seen"

            [[risk]]
            number = 3
            state = "unfixable"
            date = "2026-05-02T12:00:00Z"
            note = "tried"
            reproducer = "podman run"

            [[kept]]
            role = "bootc"
            file = "file.iso"
            size = 7
            sha256 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            date = "2026-05-03T12:00:00Z"

            """,
            GateToml.ToText(record));
    }

    [Theory]
    [InlineData("", "format must be 1")]
    [InlineData("format = 2", "format must be 1")]
    [InlineData("format = ", "")]
    [InlineData("format = 1\nextra = 1", "'extra' is not known here")]
    [InlineData("format = 1\nship_both = 1", "true or false")]
    [InlineData("format = 1\nevidence = 1", "a list of tables")]
    [InlineData("format = 1\n[[evidence]]\npart = \"x\"\nfinding = \"met\"\ndesign = \"d\"\ndate = \"2026-05-01\"", "'x' is not a part")]
    [InlineData("format = 1\n[[evidence]]\npart = \"iso.made\"\nfinding = \"yes\"\ndesign = \"d\"\ndate = \"2026-05-01\"", "'yes' is not known")]
    [InlineData("format = 1\n[[evidence]]\npart = \"iso.made\"\nfinding = \"met\"\ndesign = \"d\"\ndate = \"soon\"", "a date belongs here")]
    [InlineData("format = 1\n[[evidence]]\npart = \"iso.made\"\nfinding = \"met\"\ndate = \"2026-05-01\"", "'design' is missing")]
    [InlineData("format = 1\n[[risk]]\nnumber = 11\nstate = \"open\"\ndate = \"2026-05-01\"", "there is no risk 11")]
    [InlineData("format = 1\n[[kept]]\nrole = \"bootc\"\nfile = \"../x\"\nsize = 1\nsha256 = \"f\"\ndate = \"2026-05-01\"", "without a folder")]
    public void What_is_wrong_is_said_with_its_place(string text, string message)
    {
        var read = GateToml.Read(text);
        Assert.Null(read.Record);
        Assert.Contains(read.Problems, problem => problem.Line > 0 && problem.Message.Contains(message, StringComparison.Ordinal));
    }
}
