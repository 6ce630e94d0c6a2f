namespace Veilor.Designer.Core.Diagnostics;

/// <summary>How much a diagnostic holds back.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Teaches; holds nothing back.</summary>
    Info,

    /// <summary>Asks; export and build go on.</summary>
    Warning,

    /// <summary>Blocks export and build: a real tool would refuse the result, or ignore what was asked for.</summary>
    Error,
}
