using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Fields;

/// <summary>A text that was typed and left and that the design does not have. It stops nothing, but what is built is not what the form shows.</summary>
/// <param name="Path">The id of the element that holds it, which begins with its section.</param>
/// <param name="Place">The field as people find it.</param>
/// <param name="Message">What is wrong, and what the design has.</param>
public sealed record DraftProblem(FieldPath Path, string Place, string Message)
{
    private const int MostCharacters = 40;

    /// <summary>The problems of everything that is half typed, in the order of the editor.</summary>
    public static EquatableArray<DraftProblem> Of(IDesignEditor editor)
    {
        var problems = new List<(int Order, DraftProblem Problem)>();
        foreach (var (id, text) in editor.Drafts.Left)
        {
            if (FieldOf(id) is { } field && field.Judge(editor.Design, id, text) is { } refusal)
            {
                problems.Add((Order[field.Path], new DraftProblem(id, PlaceOf(field, id), MessageOf(text, refusal))));
            }
        }

        foreach (var row in editor.Drafts.Left.Select(text => RowOf(text.Key)).OfType<string>().Distinct(StringComparer.Ordinal).ToList())
        {
            if (FieldOf(row) is { } field && !problems.Any(each => each.Problem.Path.Value.StartsWith(row + ".", StringComparison.Ordinal)))
            {
                problems.Add((Order[field.Path], OfRow(field, row, editor.Drafts)));
            }
        }

        return problems.OrderBy(each => each.Order).Select(each => each.Problem).ToEquatableArray();
    }

    private static readonly Dictionary<FieldPath, int> Order = DesignFields.All.Index().ToDictionary(each => each.Item.Path, each => each.Index);

    /// <summary>What the rows that are being filled in are kept under, behind the path of their list.</summary>
    public const string NewRow = ":new";

    /// <summary>The row that a cell is one of, or null.</summary>
    private static string? RowOf(string id)
    {
        var end = id.IndexOf(NewRow + ".", StringComparison.Ordinal);
        return end < 0 ? null : id[..(end + NewRow.Length)];
    }

    /// <summary>A row whose cells are all valid, or empty, is not in the design before it is added.</summary>
    private static DraftProblem OfRow(DesignField field, string row, FieldDrafts drafts)
    {
        var missing = field.Parts
            .Where(part => part.IsRequired && part.Choices.Count == 0 && string.IsNullOrEmpty(drafts.Find($"{row}.{part.Name}")))
            .ToList();
        var noun = field.ItemLabel;
        var message = missing.Count == 0
            ? $"A new {noun} is begun and not added. Press Enter in its row to add it."
            : $"A new {noun} is begun and not added. Still to give: {string.Join(", ", missing.Select(part => EditLabels.LowerFirst(part.Label)))}.";
        return new(new FieldPath($"{row}.{(missing.Count > 0 ? missing[0] : field.Parts[0]).Name}"), Preview.FieldName.Of(field.Path), message);
    }

    private static DesignField? FieldOf(string id)
    {
        var end = id.AsSpan().IndexOfAny('[', ':');
        return DesignFields.Find(end < 0 ? id : id[..end]);
    }

    private static string PlaceOf(DesignField field, string id)
    {
        var place = Preview.FieldName.Of(new FieldPath(id).ListItem ?? field.Path);
        var name = id[(id.LastIndexOf('.') + 1)..];
        var part = id.Length == field.Path.Value.Length ? null : field.Parts.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal));
        return part is null ? place : $"{place}, {EditLabels.LowerFirst(part.Label)}";
    }

    private static string MessageOf(string text, TypedRefusal refusal)
    {
        var typed = Short(text);
        if (refusal.Error is not { } error)
        {
            return refusal.Present is null
                ? $"{typed} is typed and not added. Press Enter in the field to add it."
                : $"{typed} is typed and not in the design.";
        }

        var present = refusal.Present is null ? "It is not in the design."
            : refusal.Present.Length == 0 ? "The design has nothing there."
            : $"The design has {Short(refusal.Present)}.";
        return $"{typed} is refused: {TextCheck.Sentence(error)} {present}";
    }

    private static string Short(string text)
    {
        var line = SecretText.Redact(text.Trim().Split('\n')[0].TrimEnd());
        return line.Length == 0 ? "An empty text"
            : line.Length > MostCharacters ? string.Create(CultureInfo.InvariantCulture, $"“{line.AsSpan(0, MostCharacters)}…”")
            : $"“{line}”";
    }
}
