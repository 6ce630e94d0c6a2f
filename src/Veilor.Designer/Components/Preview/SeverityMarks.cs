using Veilor.Designer.Components.Editor;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Components.Preview;

/// <summary>The sign of a severity in the gutter of a document: a shape of its own for each, so that colour is not all that tells.</summary>
public static class SeverityMarks
{
    private static readonly string[] Marks = [.. Enum.GetValues<DiagnosticSeverity>().Select(ToMark)];

    /// <summary>The sign as markup. The text beside the line says the same in words, so readers of the screen skip it.</summary>
    public static string Of(DiagnosticSeverity severity) => Marks[(int)severity];

    private static string ToMark(DiagnosticSeverity severity) =>
        $"<svg class=\"line-mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{Severities.Icon(severity)}</svg>";
}
