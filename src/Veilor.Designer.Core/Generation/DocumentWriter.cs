using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation;

/// <summary>
/// Builds a document line by line. Each line carries the fields that made it and why it has its form; lines written
/// inside <see cref="From(FieldPath, string, LineBond)"/> take them from there.
/// </summary>
public sealed class DocumentWriter(string path, DocumentLanguage language, bool isExecutable = false)
{
    private readonly List<DocumentLine> _lines = [];
    private EquatableArray<FieldPath> _origins = [];
    private string _reason = "";
    private LineBond _bond;
    private EquatableArray<FieldPath> _causes = [];

    /// <summary>Sets the field that the following lines come from, until the next call.</summary>
    /// <param name="origin">The field.</param>
    /// <param name="reason">Why the lines have their form; empty where the text says it.</param>
    /// <param name="bond">How the lines belong to the field.</param>
    public DocumentWriter From(FieldPath origin, string reason = "", LineBond bond = LineBond.Carries) => From([origin], reason, bond);

    /// <summary>Sets the fields that the following lines come from, until the next call.</summary>
    public DocumentWriter From(EquatableArray<FieldPath> origins, string reason = "", LineBond bond = LineBond.Carries)
    {
        _origins = origins;
        _reason = reason;
        _bond = bond;
        return this;
    }

    /// <summary>Writes a line with the current origin.</summary>
    /// <exception cref="ArgumentException">The text holds a line break: a value was not escaped.</exception>
    public DocumentWriter Line(string text = "")
    {
        if (text.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0)
        {
            throw new ArgumentException($"A line of {path} holds a line break or NUL; the value in it was not escaped: {text}", nameof(text));
        }

        _lines.Add(new DocumentLine(text, _causes.IsEmpty ? _origins : Together(_origins, _causes), _reason, _bond));
        return this;
    }

    /// <summary>
    /// Writes lines that are there only because of a field besides their own: a job of the workflow, whose steps come from
    /// many. The field is the last of their origins.
    /// </summary>
    public DocumentWriter Within(FieldPath cause, Action write)
    {
        var causes = _causes;
        _causes = Together(causes, [cause]);
        write();
        _causes = causes;
        return this;
    }

    /// <summary>Writes a line that comes from one field; the current origin stays.</summary>
    public DocumentWriter Line(string text, FieldPath origin, string reason = "")
    {
        var (origins, because, bond) = (_origins, _reason, _bond);
        From(origin, reason.Length == 0 ? _reason : reason).Line(text);
        return From(origins, because, bond);
    }

    /// <summary>Writes a line that comes from several fields; the current origin stays.</summary>
    public DocumentWriter Line(string text, EquatableArray<FieldPath> fields, string reason = "")
    {
        var (origins, because, bond) = (_origins, _reason, _bond);
        From(fields, reason.Length == 0 ? _reason : reason).Line(text);
        return From(origins, because, bond);
    }

    /// <summary>Writes a line that comes from the current origin and from other fields.</summary>
    public DocumentWriter LineAlso(string text, EquatableArray<FieldPath> others) => Line(text, Together(_origins, others));

    /// <summary>Writes a line that comes from a field first and from the current origin as well.</summary>
    public DocumentWriter LineFirst(string text, FieldPath origin, string reason) => Line(text, Together([origin], _origins), reason);

    /// <summary>Writes text of several lines with the current origin.</summary>
    public DocumentWriter Lines(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Takes over a line of another document with its origin, in front of and behind other text.</summary>
    public DocumentWriter Copy(DocumentLine line, string text)
    {
        var (origins, because, bond) = (_origins, _reason, _bond);
        From(line.Origins, line.Reason, line.Bond).Line(text);
        return From(origins, because, bond);
    }

    /// <summary>Takes over lines as they are, with their origins and reasons.</summary>
    public DocumentWriter Append(IReadOnlyList<DocumentLine> lines)
    {
        _lines.AddRange(lines);
        return this;
    }

    private static EquatableArray<FieldPath> Together(EquatableArray<FieldPath> first, EquatableArray<FieldPath> others) =>
        others.All(other => first.Contains(other)) ? first : [.. first, .. others.Where(other => !first.Contains(other))];

    public EquatableArray<DocumentLine> ToLines() => _lines.ToEquatableArray();

    public DesignDocument ToDocument() => new(path, language, ToLines(), isExecutable);
}
