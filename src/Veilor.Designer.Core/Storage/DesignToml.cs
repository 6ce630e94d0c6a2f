using System.Globalization;
using System.Runtime.CompilerServices;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Storage;

/// <summary>Reads and writes <c>design.toml</c>. Writing what was read gives the same design again; keys stand in the order of <see cref="DesignFields"/>.</summary>
public static class DesignToml
{
    public const string FileName = "design.toml";

    /// <summary>The lines of each section record. The fields of a section read nothing but its part of the design.</summary>
    private static readonly ConditionalWeakTable<object, IReadOnlyList<DocumentLine>> Written = [];

    /// <summary>The design as lines of TOML 1.0, each with its field.</summary>
    public static EquatableArray<DocumentLine> ToLines(ImageDesign design)
    {
        var head = new DesignTomlWriter();
        head.Comment("A design of Veilor Designer. It can be edited by hand; unknown keys are refused.");
        head.Root("format", ImageDesign.Format.ToString(CultureInfo.InvariantCulture));
        var lines = new List<DocumentLine>(head.Lines);
        foreach (var section in DesignFields.Sections)
        {
            lines.AddRange(LinesOf(section, design));
        }

        return lines.ToEquatableArray();
    }

    /// <summary>The lines of one section; those of a section that an edit did not touch are at hand.</summary>
    private static IReadOnlyList<DocumentLine> LinesOf(DesignSection section, ImageDesign design) =>
        Written.GetValue(design.PartOf(section.Part), _ => Write(section, design));

    private static IReadOnlyList<DocumentLine> Write(DesignSection section, ImageDesign design)
    {
        var writer = new DesignTomlWriter();
        foreach (var (table, fields) in section.Tables)
        {
            writer.Table(table);
            foreach (var field in fields)
            {
                field.Write(design, writer);
            }
        }

        return writer.Lines;
    }

    /// <summary>The whole text, every line ended by a line feed.</summary>
    public static string ToText(ImageDesign design) => string.Concat(ToLines(design).Select(line => line.Text + "\n"));

    /// <summary>Reads a design.</summary>
    /// <param name="text">The text of the file.</param>
    /// <returns>The design, or every problem that was found, each with line and column.</returns>
    public static DesignReadResult Read(string text)
    {
        if (TomlTree.Parse(text, out var problem) is not { } root)
        {
            return new DesignReadResult(null, [problem!]);
        }

        var problems = new List<TomlProblem>();
        CheckFormat(root, problems);
        if (problems.Count > 0)
        {
            return new DesignReadResult(null, problems.ToEquatableArray());
        }

        var design = new ImageDesign();
        ReportUnknownTables(root, problems);
        foreach (var section in DesignFields.Sections)
        {
            if (root[section.Id] is { } table)
            {
                design = ReadTable(design, section, table, problems);
            }
        }

        return problems.Count == 0
            ? new DesignReadResult(design, [])
            : new DesignReadResult(null, problems.OrderBy(each => each.Line).ThenBy(each => each.Column).ToEquatableArray());
    }

    private static ImageDesign ReadTable(ImageDesign design, DesignSection section, TomlNode table, List<TomlProblem> problems)
    {
        if (table.Kind != TomlNodeKind.Table)
        {
            problems.Add(new TomlProblem(table.Line, table.Column, $"{section.Id}: a table is expected here, not {table.KindName}"));
            return design;
        }

        foreach (var (key, node) in table.Members)
        {
            var field = section.Fields.FirstOrDefault(field => string.Equals(field.Key, key, StringComparison.Ordinal));
            if (field is null)
            {
                problems.Add(new TomlProblem(node.KeyLine, node.KeyColumn, UnknownKey.Message($"[{section.Id}]", key, section.Fields.Select(known => known.Key))));
                continue;
            }

            design = field.Read(design, node, problems);
        }

        return design;
    }

    private static void CheckFormat(TomlNode root, List<TomlProblem> problems)
    {
        var format = root["format"];
        if (format is null)
        {
            problems.Add(new TomlProblem(1, 1, $"the key 'format' is missing; this program reads format = {ImageDesign.Format}"));
        }
        else if (format.Kind != TomlNodeKind.Integer || format.Integer is < 1)
        {
            problems.Add(new TomlProblem(format.Line, format.Column, $"format: a whole number is expected; this program reads format = {ImageDesign.Format}"));
        }
        else if (format.Integer > ImageDesign.Format)
        {
            problems.Add(new TomlProblem(format.Line, format.Column, $"format {format.Integer} is newer than this program, which reads up to {ImageDesign.Format}"));
        }
    }

    private static void ReportUnknownTables(TomlNode root, List<TomlProblem> problems)
    {
        foreach (var (key, node) in root.Members)
        {
            if (!string.Equals(key, "format", StringComparison.Ordinal) && DesignFields.FindSection(key) is null)
            {
                problems.Add(new TomlProblem(node.KeyLine, node.KeyColumn, UnknownKey.Message("", key, DesignFields.Sections.Select(section => section.Id))));
            }
        }
    }
}
