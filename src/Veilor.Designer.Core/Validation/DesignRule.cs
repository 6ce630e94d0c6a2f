using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>What the rules share: the descriptor and the making of a diagnostic.</summary>
public abstract class DesignRule : IDesignRule
{
    private protected DesignRule(string code, DiagnosticSeverity severity, string title) =>
        Descriptor = new DiagnosticDescriptor(code, severity, title);

    public DiagnosticDescriptor Descriptor { get; }

    public abstract IEnumerable<Diagnostic> Check(RuleInput input);

    private protected Diagnostic Report(FieldPath path, string message) => new(Descriptor, path, message);

    private protected Diagnostic Report(FieldPath path, string message, string fix, Func<ImageDesign, ImageDesign> apply) =>
        new(Descriptor, path, message, new DiagnosticFix(fix, apply));
}
