using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Diagnostics;

/// <summary>One problem of a design.</summary>
/// <param name="Descriptor">Code, severity and title.</param>
/// <param name="Path">The field it stands at.</param>
/// <param name="Message">What is wrong here and why it matters, with the values at hand.</param>
/// <param name="Fix">An edit that removes it; null where only a person can decide.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, FieldPath Path, string Message, DiagnosticFix? Fix = null)
{
    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity => Descriptor.Severity;
}
