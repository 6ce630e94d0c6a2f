using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A setting and a use that exclude each other; see <see cref="UseConflicts"/> for the sources.</summary>
public sealed class ImpossibleUseRule() : UseConflictRule("VD4026", DiagnosticSeverity.Error, "A setting makes a use impossible", isFatal: true);
