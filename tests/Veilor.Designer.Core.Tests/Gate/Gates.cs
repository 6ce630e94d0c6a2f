using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Gate;

/// <summary>Records and designs for the tests of the gate.</summary>
internal static class Gates
{
    public const string Id = "d1";

    public static DateTimeOffset Day(int day) => new(2026, 5, day, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A design that every part is asked of.</summary>
    public static ImageDesign Design { get; } =
        (Designs.Encrypted with { Services = new ServicesSection { DefaultTarget = UnitName.Parse("graphical.target") } })
        .Sysctl("kernel.dmesg_restrict = 1");

    public static GateEvidence Met(string part, int day = 1, string id = Id, string run = "") => new(part, GateFinding.Met, id, Day(day), "seen") { Run = run };

    public static GateEvidence Failed(string part, int day = 1, string id = Id, string run = "") => Met(part, day, id, run) with { Finding = GateFinding.Failed };

    public static GateEvidence Partial(string part, int day = 1, string id = Id, string run = "") => Met(part, day, id, run) with { Finding = GateFinding.Partial };

    /// <summary>A record in which every part is met.</summary>
    public static GateRecord AllMet { get; } = GateCriteria.All.SelectMany(criterion => criterion.Parts)
        .Aggregate(GateRecord.Empty, (record, part) => record.With(Met(part.Id)));

    public static RiskMark Risk(int number, RiskState state) => new(number, state, Day(2)) { Note = "tried", Reproducer = "podman run" };

    public static KeptArtifact Kept(KeptRole role) => new(role, "file.iso", 7, new string('a', 64), "", Day(3));

    public static GateRecord BothKept(this GateRecord record) =>
        record with { ShipsBoth = true, Kept = [Kept(KeptRole.Bootc), Kept(KeptRole.Anaconda)] };

    public static GateBoard Board(this GateRecord record, ImageDesign? design = null, bool isThere = true) =>
        GateBoard.Of(record, design ?? Design, Id, _ => isThere);

    public static GateState State(this GateBoard board, string part) =>
        board.Criteria.SelectMany(criterion => criterion.Parts).Single(item => item.Part.Id == part).State;
}
