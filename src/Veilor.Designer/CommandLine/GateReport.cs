using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Gates;

namespace Veilor.Designer.CommandLine;

/// <summary>Prints a gate.</summary>
internal static class GateReport
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void WriteText(GateView view, TextWriter output)
    {
        output.WriteLine(PlainLine.Of($"{view.Design.Image.Name} {view.Design.Image.Version}, design {GateEvidence.Short(view.DesignId)}"));
        output.WriteLine($"verdict: {view.Board.Verdict.ToString().ToLowerInvariant()}");
        foreach (var reason in view.Board.Reasons)
        {
            output.WriteLine(PlainLine.Of($"  {reason}"));
        }

        foreach (var criterion in view.Board.Criteria)
        {
            output.WriteLine(PlainLine.Of(string.Create(
                CultureInfo.InvariantCulture, $"{criterion.Criterion.Number} {Word(criterion.State),-9} {criterion.Criterion.Title}")));
            foreach (var part in criterion.Parts)
            {
                output.WriteLine(PlainLine.Of($"    {Word(part.State),-9} {part.Part.Id}: {part.Part.Title}{Why(part)}"));
            }
        }

        foreach (var mark in view.Record.Risks.Where(mark => mark.State != RiskState.Open))
        {
            output.WriteLine(PlainLine.Of(string.Create(
                CultureInfo.InvariantCulture, $"risk {mark.Number} {mark.State.ToString().ToLowerInvariant()}: {GateRisks.Find(mark.Number)!.Title}")));
        }

        foreach (var kept in view.Record.Kept)
        {
            output.WriteLine(PlainLine.Of($"kept as {kept.Role.ToString().ToLowerInvariant()}: {kept.File}, sha256 {kept.Sha256}"));
        }
    }

    public static void WriteJson(GateView view, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            view.Board.Verdict,
            view.DesignId,
            Reasons = view.Board.Reasons.ToArray(),
            Criteria = view.Board.Criteria.Select(criterion => new
            {
                criterion.Criterion.Number,
                criterion.Criterion.Id,
                criterion.Criterion.Title,
                criterion.State,
                Parts = criterion.Parts.Select(part => new { part.Part.Id, part.Part.Title, part.State, part.Evidence }),
            }),
            Risks = GateRisks.All.Select(risk => new { risk.Number, risk.Title, risk.Decides, view.Record.Mark(risk.Number).State }),
            view.Record.ShipsBoth,
            Kept = view.Record.Kept.ToArray(),
        },
        Form));

    private static string Why(PartStanding part) => part switch
    {
        { State: GateState.NotAsked } => $" ({part.Part.NotAskedBecause})",
        { Evidence: { } evidence } => string.Create(
            CultureInfo.InvariantCulture,
            $" ({(evidence.IsByHand ? "by hand" : $"run {evidence.Run}")}, {evidence.Date:yyyy-MM-dd}, design {GateEvidence.Short(evidence.DesignId)}: {evidence.Text.ReplaceLineEndings(" ")})"),
        _ => "",
    };

    private static string Word(GateState state) => state switch
    {
        GateState.NotAsked => "-",
        _ => state.ToString().ToLowerInvariant(),
    };
}
