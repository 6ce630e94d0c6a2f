using System.Globalization;
using System.Text;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Gate;

/// <summary>The form of a <see cref="GateRecord"/> in <c>gate.toml</c>: TOML 1.0, in a fixed order, so that a change is a small difference in git.</summary>
public static class GateToml
{
    public const string FileName = "gate.toml";

    /// <summary>The only form so far.</summary>
    public const int CurrentFormat = 1;

    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] RootKeys = ["format", "ship_both", "evidence", "risk", "kept"];
    private static readonly string[] EvidenceKeys = ["part", "finding", "design", "date", "run", "text", "link", "file"];
    private static readonly string[] RiskKeys = ["number", "state", "date", "note", "reproducer"];
    private static readonly string[] KeptKeys = ["role", "file", "size", "sha256", "run", "date"];

    /// <summary>The file's text. Dates are written to the second, in UTC.</summary>
    public static string ToText(GateRecord record)
    {
        var text = new StringBuilder();
        Line($"format = {CurrentFormat}");
        Line($"ship_both = {(record.ShipsBoth ? "true" : "false")}");
        foreach (var item in record.Evidence)
        {
            Line("\n[[evidence]]");
            Field("part", item.Part);
            Field("finding", Name(item.Finding));
            Field("design", item.DesignId);
            Field("date", Date(item.Date));
            Optional("run", item.Run);
            Optional("text", item.Text);
            Optional("link", item.Link);
            Optional("file", item.File);
        }

        foreach (var mark in record.Risks)
        {
            Line("\n[[risk]]");
            Line(string.Create(CultureInfo.InvariantCulture, $"number = {mark.Number}"));
            Field("state", Name(mark.State));
            Field("date", Date(mark.Date));
            Optional("note", mark.Note);
            Optional("reproducer", mark.Reproducer);
        }

        foreach (var kept in record.Kept)
        {
            Line("\n[[kept]]");
            Field("role", Name(kept.Role));
            Field("file", kept.File);
            Line(string.Create(CultureInfo.InvariantCulture, $"size = {kept.Size}"));
            Field("sha256", kept.Sha256);
            Optional("run", kept.Run);
            Field("date", Date(kept.Date));
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
        void Field(string key, string value) => Line($"{key} = {TomlText.MultiLine(value)}");
        void Optional(string key, string value)
        {
            if (value.Length > 0)
            {
                Field(key, value);
            }
        }
    }

    /// <summary>Reads a file's text. A key, a part or a word that is not known is a problem: nothing is dropped in silence.</summary>
    public static GateReadResult Read(string text)
    {
        if (TomlTree.Parse(text, out var fault) is not { } root)
        {
            return new GateReadResult(null, [fault!]);
        }

        var reader = new GateTomlReader();
        reader.Keys(root, RootKeys);
        if (root["format"] is not { Kind: TomlNodeKind.Integer, Integer: CurrentFormat } format)
        {
            return new GateReadResult(null, [new TomlProblem(root["format"]?.Line ?? 1, root["format"]?.Column ?? 1, $"format must be {CurrentFormat}")]);
        }

        _ = format;
        var record = new GateRecord
        {
            ShipsBoth = root["ship_both"] is { } both && reader.Boolean(both),
            Evidence = reader.Tables(root["evidence"], EvidenceKeys, Evidence),
            Risks = reader.Tables(root["risk"], RiskKeys, Risk),
            Kept = reader.Tables(root["kept"], KeptKeys, Kept),
        };
        return reader.Problems.Count == 0 ? new GateReadResult(record, []) : new GateReadResult(null, reader.Problems.ToEquatableArray());
    }

    private static GateEvidence Evidence(GateTomlReader reader, TomlNode table)
    {
        var part = reader.Text(table, "part");
        if (part.Length > 0 && GateCriteria.Find(part) is null)
        {
            reader.Add(table["part"]!, $"'{part}' is not a part of a criterion");
        }

        return new GateEvidence(
            part, reader.Word<GateFinding>(table, "finding"), reader.Text(table, "design"), reader.Date(table, "date"), reader.Optional(table, "text"))
        {
            Run = reader.Optional(table, "run"),
            Link = reader.Optional(table, "link"),
            File = reader.Optional(table, "file"),
        };
    }

    private static RiskMark Risk(GateTomlReader reader, TomlNode table)
    {
        var number = (int)Math.Clamp(reader.Integer(table, "number"), 0, int.MaxValue);
        if (table["number"] is { } node && GateRisks.Find(number) is null)
        {
            reader.Add(node, $"there is no risk {number}; they are 1 to {GateRisks.All.Count}");
        }

        return new RiskMark(number, reader.Word<RiskState>(table, "state"), reader.Date(table, "date"))
        {
            Note = reader.Optional(table, "note"),
            Reproducer = reader.Optional(table, "reproducer"),
        };
    }

    private static KeptArtifact Kept(GateTomlReader reader, TomlNode table)
    {
        var file = reader.Text(table, "file");
        if (file.Contains('/', StringComparison.Ordinal) || file is "." or "..")
        {
            reader.Add(table["file"]!, "a kept file is named without a folder");
        }

        return new KeptArtifact(
            reader.Word<KeptRole>(table, "role"), file, reader.Integer(table, "size"), reader.Text(table, "sha256"),
            reader.Optional(table, "run"), reader.Date(table, "date"));
    }

    internal static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture);
}
