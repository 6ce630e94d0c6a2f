using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Components.Editor;

/// <summary>How many problems of each severity a section has.</summary>
/// <param name="Errors">Diagnostics that block export and build.</param>
/// <param name="Warnings">Diagnostics that ask, and what was typed and is not in the design.</param>
public readonly record struct SectionProblems(int Errors, int Warnings)
{
    public static SectionProblems Of(EquatableArray<Diagnostic> diagnostics, EquatableArray<DraftProblem> typed, string section)
    {
        var (errors, warnings) = (0, typed.Count(each => string.Equals(each.Path.Section, section, StringComparison.Ordinal)));
        foreach (var diagnostic in diagnostics)
        {
            if (!string.Equals(diagnostic.Path.Section, section, StringComparison.Ordinal))
            {
                continue;
            }

            errors += diagnostic.Severity == DiagnosticSeverity.Error ? 1 : 0;
            warnings += diagnostic.Severity == DiagnosticSeverity.Warning ? 1 : 0;
        }

        return new SectionProblems(errors, warnings);
    }
}
