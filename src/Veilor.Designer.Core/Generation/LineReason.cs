using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation;

/// <summary>
/// Why a line is there, in a sentence or two: what the generator says of its form, else what such a line does, what the field
/// means and what the file is for. Worked out when it is asked for; documents keep only what generators say.
/// </summary>
public static class LineReason
{
    private const string OfEmpty = "An empty line sets this block apart from the one before it.";
    private const string OfShebang = "The first line names the program that runs the script.";

    /// <summary>The reason of a line; empty only in a file that is copied as it is.</summary>
    /// <param name="document">The file.</param>
    /// <param name="line">A line of it.</param>
    public static string Of(DesignDocument document, DocumentLine line)
    {
        if (line.Reason.Length > 0)
        {
            return line.Reason;
        }

        var text = line.Text.AsSpan().Trim();
        var form = text.IsEmpty ? OfEmpty
            : text.StartsWith("#!") ? OfShebang
            : text[0] == '#' && document.Language != DocumentLanguage.Markdown ? "A comment for people; no program reads it."
            : FormOf(document, text);
        string[] sentences = [form, form == OfEmpty ? "" : HelpOf(line), DocumentPurpose.Of(document.Path)];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    /// <summary>The builder config of the ISO embeds the kickstart, and its lines stand there as they are.</summary>
    private static string FormOf(DesignDocument document, ReadOnlySpan<char> text) =>
        LineForm.Of(document.Language, text) is { Length: > 0 } form ? form
            : document.Path == BundlePaths.IsoConfig ? LineForm.Of(DocumentLanguage.Kickstart, text)
            : "";

    private static string HelpOf(DocumentLine line) =>
        line.Bond != LineBond.Fixed && line.Origin is { Value: not null } origin && DesignFields.Find(origin) is { } field
            ? $"{field.Label}: {(origin.ListItem is { } item && item != origin && PartOf(field, origin, item) is { } part ? part.Help.Length > 0 ? part.Help : part.Label + "." : field.Help)}"
            : "";

    /// <summary>The column that a path below an item names.</summary>
    private static FieldPart? PartOf(DesignField field, FieldPath origin, FieldPath item) =>
        field.Parts.FirstOrDefault(part => string.Equals(part.Name, origin.Value[(item.Value.Length + 1)..], StringComparison.Ordinal));
}
